package dev.outwork.engine.bpmn;

/**
 * What is kept for a token that waits: who else has to hear when the token goes on or goes away.
 */
public enum Wait {
  EXTERNAL_TASK,
  USER_TASK,
  /** Messages, signals, conditions. */
  SUBSCRIPTION,
  /** Timers and asynchronous continuations. */
  JOB
}
