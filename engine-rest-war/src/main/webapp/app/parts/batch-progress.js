/** How far a batch is, until it has ended; `batch` is its id. */
import { get } from '../api/http.js';
import { h, morphChildren } from './dom.js';
import { counted, number } from './words.js';

const EVERY_MS = 1_000;

class BatchProgress extends HTMLElement {
  #timer;
  batch = null;

  connectedCallback() {
    this.#ask();
  }

  disconnectedCallback() {
    clearTimeout(this.#timer);
  }

  async #ask() {
    try {
      const [running] = await get('/batch/statistics', { batchId: this.batch });
      const [ended] = running ? [] : await get('/history/batch', { batchId: this.batch });
      this.#show(running, ended);
      if (running && this.isConnected) this.#timer = setTimeout(() => this.#ask(), EVERY_MS);
    } catch (problem) {
      this.replaceChildren(h('p', { class: 'badly' }, problem.message));
    }
  }

  #show(running, ended) {
    if (!running) {
      morphChildren(this, [h('p', { role: 'status' }, ended ? `Done: ${counted(ended.totalJobs, 'task')}` : 'This batch has ended')]);
      this.dispatchEvent(new Event('ended'));
      return;
    }
    const { totalJobs, completedJobs, failedJobs } = running;
    morphChildren(this, [
      h('progress', { max: Math.max(1, totalJobs), value: completedJobs, 'aria-label': 'Progress of the batch' }),
      h('p', {}, `${number(completedJobs)} of ${counted(totalJobs, 'task')}`,
        failedJobs > 0 && h('span', { class: 'badly' }, `, ${number(failedJobs)} failed`)),
    ]);
  }
}

customElements.define('batch-progress', BatchProgress);
