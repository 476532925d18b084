/** How long to stay away from a server that does not answer: 1 s, 2 s, 4 s ... at most 30 s. */
const FIRST_MS = 1_000;
const LONGEST_MS = 30_000;

export class Backoff {
  #next = FIRST_MS;

  reset() {
    this.#next = FIRST_MS;
  }

  /** The pause after this problem: what the server asked for, if it did, else twice the last one. */
  after(problem) {
    const pause = problem.retryAfterMs || this.#next;
    this.#next = Math.min(2 * this.#next, LONGEST_MS);
    return pause;
  }
}
