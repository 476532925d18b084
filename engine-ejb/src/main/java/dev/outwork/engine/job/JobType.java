package dev.outwork.engine.job;

/** The types of jobs. */
public enum JobType {
  /** Triggers a timer event of an instance. */
  TIMER,
  /** Starts an instance by a timer. */
  TIMER_START,
  /** Enters a node. */
  ASYNC_BEFORE,
  /** Leaves a node, or takes one of its flows. */
  ASYNC_AFTER,
  /** Delivers a signal that a process has thrown to one receiver. */
  SIGNAL,
  /** Suspends a definition, or all of a key. */
  SUSPEND_PROCESS,
  /** Activates a definition, or all of a key. */
  ACTIVATE_PROCESS
}
