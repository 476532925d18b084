/** Sets how long work takes; work that takes longer than the lock shows how a lock is extended. */
import { h, write } from '../dom.js';
import { settings } from '../settings.js';
import { seconds } from '../time.js';

class WorkLength extends HTMLElement {
  #slider = h('input', { id: 'work-length', type: 'range', min: 1, max: 25, step: 1, input: () => this.#set() });
  #words = h('output', { for: 'work-length' });

  connectedCallback() {
    this.#slider.value = settings.workMs / 1000;
    this.replaceChildren(h('label', { for: 'work-length' }, 'Work takes'), this.#slider, this.#words);
    this.#show();
  }

  #set() {
    settings.workMs = Number(this.#slider.value) * 1000;
    this.#show();
  }

  #show() {
    const { workMs, lockMs } = settings;
    const extended = workMs > 0.6 * lockMs ? ', and is extended when needed' : '';
    write(this.#words, `about ${seconds(workMs)}; a lock lasts ${seconds(lockMs)}${extended}`);
  }
}

customElements.define('work-length', WorkLength);
