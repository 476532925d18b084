/** A stack trace, asked for when it is opened; `ask()` resolves to its text. */
import { h } from './dom.js';
import { copyButton } from './ask.js';

class StackTrace extends HTMLElement {
  ask = null;

  connectedCallback() {
    if (this.firstChild) return;
    const content = h('div', {});
    this.append(h('details', {
      toggle: async ({ target }) => {
        if (!target.open) return;
        try {
          const text = await this.ask();
          content.replaceChildren(...(text
            ? [h('pre', { tabindex: '0', 'aria-label': 'Stack trace' }, text), copyButton(() => text)]
            : [h('p', { class: 'muted' }, 'None was reported')]));
        } catch (problem) {
          content.replaceChildren(h('p', { class: 'badly' }, problem.message));
        }
      },
    }, h('summary', {}, 'Stack trace'), content));
  }
}

customElements.define('stack-trace', StackTrace);
