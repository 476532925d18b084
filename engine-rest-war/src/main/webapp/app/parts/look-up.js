/** One box that finds whatever an id, a business key, a topic or a worker names. */
import { to } from '../address.js';
import { h } from './dom.js';

class LookUp extends HTMLElement {
  connectedCallback() {
    const input = h('input', {
      type: 'search', name: 'text', placeholder: 'Any id, business key, topic, worker', 'data-testid': 'look-up',
      'aria-label': 'Find by an id of any kind, a business key, a topic or a worker', autocomplete: 'off', spellcheck: 'false',
    });
    this.append(h('form', {
      role: 'search',
      submit: (event) => {
        event.preventDefault();
        const text = input.value.trim();
        if (text) location.hash = to(['find', text]);
      },
    }, input, h('button', { type: 'submit', class: 'unseen' }, 'Find')));
    addEventListener('keydown', (event) => {
      if (event.key !== '/' || event.target.closest('input, textarea, select, dialog')) return;
      event.preventDefault();
      input.focus();
    });
  }
}

customElements.define('look-up', LookUp);
