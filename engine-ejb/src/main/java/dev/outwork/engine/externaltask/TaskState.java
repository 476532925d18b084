package dev.outwork.engine.externaltask;

import java.time.Instant;

/** Where an external task stands. */
enum TaskState {
  /** A fetch takes it. */
  OPEN,
  /** Locked by a worker, or waiting to be retried; {@link LockReclaimer} or a fetch ends that. */
  LOCKED,
  /** No retries are left and an incident is open; set retries to go on. */
  EXHAUSTED,
  /** Its process instance is suspended; activate it to go on. */
  SUSPENDED;

  /** The state of a task of an active instance that follows from its retries and its lock. */
  static TaskState of(Integer retries, Instant lockedUntil, Instant now) {
    if (retries != null && retries == 0) {
      return EXHAUSTED;
    }
    return lockedUntil != null && lockedUntil.isAfter(now) ? LOCKED : OPEN;
  }

  /**
   * The same for a task that is in this state now: only its instance's activation ends a
   * suspension.
   */
  TaskState after(Integer retries, Instant lockedUntil, Instant now) {
    return this == SUSPENDED ? SUSPENDED : of(retries, lockedUntil, now);
  }
}
