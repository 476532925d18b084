/**
 * What all pages have in common. A page says
 *
 *   - `load(signal)`: asks the engine, and resolves to what the page shows; it may use `this.params` and `this.query`,
 *   - `view(data)`: what is shown of it, as nodes of `h`; it is called again with each new answer,
 *   - `name(data)`: the title of the window,
 *   - `outline()`, if it has more than a heading without an answer: fields, in which a wrong filter can be mended.
 *
 * The page then loads at once, again every few seconds unless that is paused, when its query changes, and when
 * `refresh()` is called after something was done. A problem is shown with its text and a way to try again, above what
 * was loaded before, or above the outline.
 */
import { learnSettings } from '../api/settings.js';
import { live } from './live.js';
import { h, morphChildren } from './dom.js';
import { problemPanel } from './problem.js';

export class Page extends HTMLElement {
  params = {};
  query = {};
  #data;
  #problem = null;
  #isStale = false;
  #loading = null;
  #leaving;

  connectedCallback() {
    this.#leaving = new AbortController();
    live.listen(() => !this.#loading && this.refresh(), this.#leaving.signal);
    this.draw();
    this.refresh();
  }

  disconnectedCallback() {
    this.#leaving.abort();
    this.#loading?.abort();
  }

  /** What is shown is not yet what the query asks for. */
  get isStale() {
    return this.#isStale;
  }

  outline() {
    return [h('header', { class: 'head', 'data-key': 'head' }, h('h1', {}, this.name()))];
  }

  queryChanged(query) {
    this.query = query;
    this.#isStale = true;
    this.draw();
    this.refresh();
  }

  /** Asks the engine again. An answer that comes after a later question is dropped. */
  async refresh() {
    // After a dialog, its page may have been left.
    if (!this.isConnected) return;
    this.#loading?.abort();
    const loading = (this.#loading = new AbortController());
    try {
      await learnSettings();
      const data = await this.load(loading.signal);
      if (loading.signal.aborted) return;
      this.#data = data;
      this.#problem = null;
      this.#isStale = false;
      live.noteLoaded();
    } catch (problem) {
      if (loading.signal.aborted) return;
      this.#problem = problem;
    }
    this.#loading = null;
    this.draw();
  }

  /** Shows what was loaded last, for example after something was selected. */
  draw() {
    if (!this.isConnected) return;
    const loaded = this.#data !== undefined;
    document.title = `${this.name(this.#data)} · Outwork`;
    morphChildren(this, [
      this.#problem && h('div', { 'data-key': 'problem' }, problemPanel(this.#problem, () => this.refresh())),
      loaded ? this.view(this.#data) : this.outline(),
      !loaded && !this.#problem && h('p', { class: 'loading', 'data-key': 'loading' }, 'Loading…'),
    ]);
    this.classList.toggle('stale', this.#isStale);
    this.dataset.state = this.#problem ? 'problem' : loaded && !this.#isStale ? 'loaded' : 'loading';
  }
}
