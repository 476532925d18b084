/** A ring that runs empty as a lock does, with the seconds that are left in its middle. */
import { svg, write } from '../dom.js';

const RADIUS = 21;
const ROUND = 2 * Math.PI * RADIUS;

class LockRing extends HTMLElement {
  #rest = svg('circle', { class: 'rest', cx: 24, cy: 24, r: RADIUS, 'stroke-dasharray': ROUND, transform: 'rotate(-90 24 24)' });
  #number = svg('text', { x: 24, y: 29, 'text-anchor': 'middle' });

  connectedCallback() {
    this.replaceChildren(svg('svg', { viewBox: '0 0 48 48', 'aria-hidden': 'true' },
      svg('circle', { class: 'whole', cx: 24, cy: 24, r: RADIUS }), this.#rest, this.#number));
    this.show(null);
  }

  /** Shows what is left of a lock, or an empty ring. */
  show(lock) {
    const over = !lock || lock.isOver();
    this.#rest.setAttribute('stroke-dashoffset', over ? ROUND : ROUND * (1 - lock.share()));
    this.classList.toggle('nearly-over', !over && lock.isNearlyOver());
    write(this.#number, lock ? String(Math.ceil(lock.remainingMs() / 1000)) : '–');
  }
}

customElements.define('lock-ring', LockRing);
