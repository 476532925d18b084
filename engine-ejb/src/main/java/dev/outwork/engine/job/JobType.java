package dev.outwork.engine.job;

/** What a job does. */
public enum JobType {
  /** Lets a timer of an instance happen. */
  TIMER,
  /** Starts an instance at a timer. */
  TIMER_START,
  /** Enters a node. */
  ASYNC_BEFORE,
  /** Leaves a node. */
  ASYNC_AFTER,
  /** Tells one receiver of a signal that a process has thrown. */
  SIGNAL,
  /** Suspends a definition, or all of a key. */
  SUSPEND_PROCESS,
  /** Activates a definition, or all of a key. */
  ACTIVATE_PROCESS
}
