package dev.outwork.engine.bpmn;

/**
 * The kinds of rows of a waiting token: each must be removed when the token continues or is
 * cancelled.
 */
public enum Wait {
  EXTERNAL_TASK,
  USER_TASK,
  /** Messages, signals, conditions. */
  SUBSCRIPTION,
  /** Timers and asynchronous continuations. */
  JOB
}
