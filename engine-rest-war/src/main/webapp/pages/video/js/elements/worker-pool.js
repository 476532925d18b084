/** The workers of one topic on this page: they start, stop and multiply at will. */
import './worker-card.js';
import { deployed } from '../deployment.js';
import { h, write } from '../dom.js';
import { listen } from '../happenings.js';
import { topicNamed } from '../topics.js';
import { VideoWorker } from '../video-worker.js';

const FAREWELL_MS = 8_000;
const suffix = Math.random().toString(36).slice(2, 6).padEnd(4, '0');

class WorkerPool extends HTMLElement {
  #topic;
  #hired = 0;
  #size = h('span', { class: 'size' });
  #remove;
  #cards = h('div', { class: 'cards' });
  #deserted;

  connectedCallback() {
    this.#topic = topicNamed(this.getAttribute('topic'));
    const { name, workers, role } = this.#topic;
    this.#remove = h('button', { type: 'button', 'data-testid': `remove-${name}`, click: () => this.#retireOne() }, 'Remove');
    this.#deserted = h('div', { class: 'deserted', role: 'status', 'data-testid': `deserted-${name}` });
    this.replaceChildren(
      h('header', {},
        h('h2', {}, workers), this.#size,
        h('div', { class: 'row', role: 'group', 'aria-label': `Number of ${workers.toLowerCase()}` },
          this.#remove,
          h('button', { type: 'button', 'data-testid': `add-${name}`, click: () => this.hire() }, `Add ${role}`))),
      this.#deserted, this.#cards);
    listen((happening) => this.#hear(happening));
    this.hire();
  }

  async hire() {
    this.#hired += 1;
    const { role } = this.#topic;
    const worker = new VideoWorker(this.#topic, `${role}-${this.#hired}`, suffix);
    const card = Object.assign(document.createElement('worker-card'), { worker });
    worker.addEventListener('gone', () => this.#partFrom(card));
    worker.addEventListener('change', () => this.#count());
    this.#cards.append(card);
    this.#count();
    await deployed;
    await worker.run();
  }

  /** Sends every worker of this page away, because the page closes. */
  dismissAll() {
    for (const { worker } of this.#cards.children) worker.leave();
  }

  #present() {
    return [...this.#cards.children].filter(({ worker }) => !worker.vanished && !worker.retires);
  }

  /** The youngest idle worker goes, or else the youngest, after its task. */
  #retireOne() {
    const present = this.#present().reverse();
    const card = present.find(({ worker }) => !worker.job) ?? present[0];
    card.worker.retire();
    this.#count();
  }

  #partFrom(card) {
    const { worker } = card;
    if (!worker.vanished) card.remove();
    else if (!worker.job) this.#buryLater(card);
    this.#count();
  }

  #hear({ kind, taskId, who }) {
    if (kind !== 'taken') return;
    for (const card of this.#cards.children) {
      if (!card.worker.vanished || card.takenOver || card.worker.job?.taskId !== taskId) continue;
      card.takenOverBy(who);
      this.#buryLater(card);
    }
  }

  #buryLater(card) {
    setTimeout(() => card.remove(), FAREWELL_MS);
  }

  #count() {
    const size = this.#present().length;
    const { role, workers } = this.#topic;
    write(this.#size, size === 1 ? '1 worker' : `${size} workers`);
    this.#remove.disabled = size === 0;
    this.#deserted.hidden = size > 0;
    if (size > 0) return this.#deserted.replaceChildren();
    if (this.#deserted.firstChild) return;
    this.#deserted.append(
      h('p', {}, `No ${role} is left on this page. Tasks wait, safely, until one comes.`),
      h('button', { type: 'button', class: 'primary', click: () => this.hire() }, `Add a ${role}`.replace('a u', 'an u')));
  }
}

customElements.define('worker-pool', WorkerPool);
