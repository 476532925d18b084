/** Pauses and continues the refreshing of the pages, and says from when their numbers are. */
import { h, morphChildren } from './dom.js';
import { live } from './live.js';
import { clockTime } from './time.js';

class LiveSwitch extends HTMLElement {
  connectedCallback() {
    live.addEventListener('change', () => this.#draw());
    live.addEventListener('loaded', () => this.#draw());
    this.#draw();
  }

  #draw() {
    const at = live.loadedAt ? clockTime(live.loadedAt) : 'not yet';
    morphChildren(this, [
      h('button', {
        type: 'button', class: 'quiet', 'aria-pressed': live.paused ? 'true' : 'false', 'data-testid': 'pause',
        title: live.paused ? `Paused; loaded at ${at}` : `Refreshed every few seconds; last at ${at}`,
        click: () => { live.paused = !live.paused; },
      },
      h('span', { class: `pulse ${live.paused ? 'paused' : ''}`, 'aria-hidden': 'true' }),
      h('span', { class: 'wide' }, live.paused ? `Paused ${at}` : 'Live'),
      h('span', { class: 'unseen' }, live.paused ? '. Continue refreshing' : '. Pause refreshing')),
    ]);
  }
}

customElements.define('live-switch', LiveSwitch);
