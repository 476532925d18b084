package dev.outwork.engine.externaltask;

import java.time.Instant;

/** The states of an external task. */
enum TaskState {
  /** It can be fetched. */
  OPEN,
  /**
   * Locked by a worker, or waiting for a retry; {@link LockReclaimer} or a fetch ends this state.
   */
  LOCKED,
  /** No retries are left and an incident is open; setting retries ends this state. */
  EXHAUSTED,
  /** Its process instance is suspended; activating it ends this state. */
  SUSPENDED;

  /** The state of a task of an active instance, derived from its retries and its lock. */
  static TaskState of(Integer retries, Instant lockedUntil, Instant now) {
    if (retries != null && retries == 0) {
      return EXHAUSTED;
    }
    return lockedUntil != null && lockedUntil.isAfter(now) ? LOCKED : OPEN;
  }

  /**
   * As {@link #of}, for a task in this state: only the activation of its instance ends a
   * suspension.
   */
  TaskState after(Integer retries, Instant lockedUntil, Instant now) {
    return this == SUSPENDED ? SUSPENDED : of(retries, lockedUntil, now);
  }
}
