/** The last hour of a topic, asked for when it comes into view, and then once a minute. */
import { topicHistory } from '../api/numbers.js';
import { live } from './live.js';
import { sparkLine } from './spark-line.js';

const MINUTE_MS = 60_000;

class TopicSpark extends HTMLElement {
  #topic = null;
  #askedAt = 0;
  #leaving;

  set topic(topic) {
    this.#topic = topic;
    this.#askedAt = 0;
  }

  connectedCallback() {
    this.#leaving = new AbortController();
    this.append(sparkLine([], 'Waiting tasks'));
    const seen = new IntersectionObserver(([{ isIntersecting }]) => {
      this.isSeen = isIntersecting;
      this.#ask();
    });
    seen.observe(this);
    this.#leaving.signal.addEventListener('abort', () => seen.disconnect());
    live.listen(() => this.#ask(), this.#leaving.signal);
  }

  disconnectedCallback() {
    this.#leaving.abort();
  }

  async #ask() {
    if (!this.isSeen || Date.now() - this.#askedAt < MINUTE_MS) return;
    this.#askedAt = Date.now();
    try {
      const minutes = await topicHistory(this.#topic, this.#leaving.signal);
      this.replaceChildren(sparkLine(minutes.map(({ waiting }) => waiting), 'Waiting tasks'));
    } catch (problem) {
      if (!this.#leaving.signal.aborted) this.replaceChildren(problem.message);
    }
  }
}

customElements.define('topic-spark', TopicSpark);
