package dev.outwork.engine.batch;

/** How an element stands that is not done. */
enum BatchElementState {
  /** To be done by the next run. */
  PENDING,
  /** Tried in vain; waits for somebody to ask for another try. */
  FAILED
}
