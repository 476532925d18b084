/** Says what was done, and what went wrong outside of a dialog. */
import { h } from './dom.js';

const LONG_ENOUGH_MS = 8_000;

class AppMessages extends HTMLElement {
  connectedCallback() {
    this.setAttribute('role', 'status');
    this.setAttribute('aria-live', 'polite');
  }

  add(kind, words) {
    const message = h('p', { class: `message ${kind}` }, h('span', {}, words),
      h('button', { type: 'button', class: 'quiet', 'aria-label': 'Close this message', click: () => message.remove() }, '×'));
    this.append(message);
    // What went wrong stays until somebody has read it.
    if (kind === 'good') setTimeout(() => message.remove(), LONG_ENOUGH_MS);
  }
}

customElements.define('app-messages', AppMessages);

/** Shows a message; `kind` is good or bad. */
export function say(kind, words) {
  document.querySelector('app-messages').add(kind, words);
}
