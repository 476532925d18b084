package dev.outwork.api.history;

import java.time.Instant;

/**
 * Something that happened to the lock of an external task (docs/rest-api.md, "Lease events").
 *
 * @param workerId who got the lock, had it or lost it; null if nobody
 * @param lockedUntil the new end of the lock; null if there is none
 */
public record LeaseEvent(
    String id,
    Instant timestamp,
    Kind kind,
    String externalTaskId,
    String topicName,
    String workerId,
    Instant lockedUntil,
    String processInstanceId) {
  /** What happened. */
  public enum Kind {
    /** A worker got the task by a fetch. */
    FETCHED,
    /** The task was locked for a worker by its id. */
    LOCKED,
    /** The worker extended its lock, or the engine did for a worker inside the server. */
    EXTENDED,
    /** The lock expired. */
    EXPIRED,
    /** Somebody unlocked the task. */
    UNLOCKED,
    /** The engine released the task, because it could not be handed to its worker. */
    GIVEN_BACK
  }
}
