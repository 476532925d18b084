package dev.outwork.engine.batch;

/** The states of unfinished elements. */
enum BatchElementState {
  /** The next run processes it. */
  PENDING,
  /** Failed; waits for a retry on request. */
  FAILED
}
