/** A lock as its worker sees it, measured by the browser's steady clock from the moment of the answer. */

// A worker must give up a little before the engine does, because the answer was under way for a while.
const MARGIN_MS = 100;

export class Lock {
  #lengthMs;
  #endsAt;

  constructor(lengthMs) {
    this.extend(lengthMs);
  }

  extend(lengthMs) {
    this.#lengthMs = lengthMs;
    this.#endsAt = performance.now() + lengthMs - MARGIN_MS;
  }

  remainingMs() {
    return Math.max(0, this.#endsAt - performance.now());
  }

  /** What is left of it, between 1 and 0. */
  share() {
    return this.remainingMs() / this.#lengthMs;
  }

  isOver() {
    return this.remainingMs() === 0;
  }

  isNearlyOver() {
    return this.share() < 0.3;
  }
}
