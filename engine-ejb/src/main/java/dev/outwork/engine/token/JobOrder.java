package dev.outwork.engine.token;

import java.time.Instant;

/**
 * A job to be created.
 *
 * @param activityInstanceId the activity or process instance that waits for it
 * @param activityId the node that it acts on; for a timer the event
 * @param dueAt never null
 * @param repeat what is left of a timer's cycle after this job; null if nothing is
 * @param retryTimeCycle how failures are tried again, as {@code R3/PT10M}; null for the default
 */
public record JobOrder(
    String activityInstanceId,
    String activityId,
    Type type,
    Instant dueAt,
    String repeat,
    long priority,
    String retryTimeCycle) {
  /** What the job does. */
  public enum Type {
    /** A timer at an intermediate, boundary or start event. */
    TIMER,
    /** Enters a node. */
    ASYNC_BEFORE,
    /** Leaves a node. */
    ASYNC_AFTER
  }
}
