package dev.outwork.engine.token;

import java.time.Instant;

/**
 * A job to create.
 *
 * @param activityInstanceId the activity or process instance that waits for it
 * @param activityId its node; for a timer the event
 * @param dueAt never null
 * @param repeat remaining cycle of a timer after this job; null if there is none
 * @param retryTimeCycle the retries of failures, such as {@code R3/PT10M}; null for the default
 */
public record JobOrder(
    String activityInstanceId,
    String activityId,
    Type type,
    Instant dueAt,
    String repeat,
    long priority,
    String retryTimeCycle) {
  /** The types of jobs. */
  public enum Type {
    /** A timer of an intermediate, boundary or start event. */
    TIMER,
    /** Enters a node. */
    ASYNC_BEFORE,
    /** Leaves a node, or takes one of its flows. */
    ASYNC_AFTER
  }
}
