/** Says, above everything else, when the server does not answer or has refused something. */
import { h } from '../dom.js';
import { listen } from '../happenings.js';

const SHOWN_MS = 12_000;

class StatusBanner extends HTMLElement {
  #timer;
  #unreachable = false;

  connectedCallback() {
    this.setAttribute('role', 'alert');
    this.dataset.testid = 'banner';
    listen((happening) => this.#hear(happening));
  }

  #hear({ kind, words, who }) {
    if (kind === 'unreachable') this.#unreachable = true;
    if (kind === 'reachable') this.#unreachable = false;

    if (kind === 'reachable') this.replaceChildren();
    else if (kind === 'unreachable') this.#show(words, false);
    else if (kind === 'trouble' && !this.#unreachable) this.#show(who ? `${who} ${words}` : words, true);
  }

  #show(words, passes) {
    clearTimeout(this.#timer);
    this.replaceChildren(h('p', {}, words));
    if (!passes) return;
    this.firstChild.append(h('button', { type: 'button', class: 'small', click: () => this.replaceChildren() }, 'Dismiss'));
    this.#timer = setTimeout(() => this.replaceChildren(), SHOWN_MS);
  }
}

customElements.define('status-banner', StatusBanner);
