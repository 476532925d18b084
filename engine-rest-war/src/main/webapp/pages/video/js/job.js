/** A fetched task in a worker's hands: which video, under which lock, and how far the work has come. */
import { Lock } from './lock.js';

export class Job {
  #startedAt = performance.now();
  #workMs;

  constructor(task, lockMs, workMs) {
    this.taskId = task.id;
    this.video = task.variables.video?.value ?? '(unnamed)';
    this.variables = Object.fromEntries(Object.entries(task.variables).map(([name, { value }]) => [name, value]));
    this.retries = task.retries;
    this.lock = new Lock(lockMs);
    this.#workMs = workMs;
  }

  /** How much of the work is done, between 0 and 1. */
  progress() {
    return Math.min(1, (performance.now() - this.#startedAt) / this.#workMs);
  }

  /**
   * The retries to report with a failure. It is the worker that counts; this one never reports 0, which would
   * stop the retries and open an incident for somebody to look at.
   */
  retriesAfterFailure() {
    return Math.max(1, (this.retries ?? 3) - 1);
  }
}
