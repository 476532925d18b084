/** Asks the engine about once a second how many tasks and videos there are, while somebody is looking. */
import { countFinished, countTasks } from './api.js';
import { Backoff } from './backoff.js';
import { Refused } from './http.js';
import { listen, tell } from './happenings.js';
import { sleep } from './time.js';
import { topics } from './topics.js';

const PAUSE_MS = 1_000;
const MOVING = ['started', 'taken', 'completed', 'failed', 'ranOut'];

export class Counts {
  #shown;
  #backoff = new Backoff();
  #refusals = new Set();
  #problem = null;
  #hurry = new AbortController();

  /** `shown` is called with `{ <topic>: { waiting, locked }, finished }`; a number is null if it is not known. */
  constructor(shown) {
    this.#shown = shown;
    listen(({ kind }) => MOVING.includes(kind) && this.#hurry.abort());
    document.addEventListener('visibilitychange', () => this.#hurry.abort());
  }

  async run(signal) {
    while (!signal.aborted) {
      if (!document.hidden) this.#shown(await this.#all());
      const pause = this.#problem ? this.#backoff.after(this.#problem) : PAUSE_MS;
      await this.#pause(pause, signal);
    }
  }

  async #all() {
    this.#problem = null;
    const [finished, ...perTopic] = await Promise.all([
      this.#number('finished videos', countFinished),
      ...topics.map(({ name }) => this.#tasksOf(name)),
    ]);
    if (!this.#problem) this.#backoff.reset();
    return Object.fromEntries([['finished', finished], ...perTopic]);
  }

  async #tasksOf(topicName) {
    const [waiting, locked] = await Promise.all([
      this.#number('waiting tasks', () => countTasks(topicName, 'notLocked')),
      this.#number('locked tasks', () => countTasks(topicName, 'locked')),
    ]);
    return [topicName, { waiting, locked }];
  }

  /** One number, or null; what is refused again and again is told once. */
  async #number(what, count) {
    try {
      const number = await count();
      this.#refusals.delete(what);
      return number;
    } catch (problem) {
      // A single resource that is not served must not slow the others down.
      if (!(problem instanceof Refused) || problem.status >= 500) this.#problem = problem;
      if (problem instanceof Refused && !this.#refusals.has(what)) {
        this.#refusals.add(what);
        tell({ kind: 'trouble', words: `The number of ${what} is not known: ${problem.message}`, call: problem.call });
      }
      return null;
    }
  }

  /** Waits, but not as long when something has just moved. */
  async #pause(ms, signal) {
    this.#hurry = new AbortController();
    const sooner = this.#problem ? signal : AbortSignal.any([signal, this.#hurry.signal]);
    try {
      await sleep(ms, sooner);
    } catch {
      if (!signal.aborted) await sleep(PAUSE_MS / 5);
    }
  }
}
