package dev.outwork.engine.token;

import dev.outwork.engine.database.Ids;
import java.time.Instant;

/**
 * A completed activity that can be compensated (BPMN 2.0, chapter 10.7).
 *
 * @param id a time-ordered id: a later completion has a greater one
 * @param scopeId the activity or process instance in which it was completed
 * @param activityId the completed activity
 * @param activityInstanceId the completed activity instance
 * @param handlerId its compensation handler; null for a sub-process that is compensated by
 *     compensating its contents
 */
public record Compensable(
    String id,
    String scopeId,
    String activityId,
    String activityInstanceId,
    String handlerId,
    Instant createdAt) {
  /** The same in another scope; its new id keeps the order if all are renewed in their order. */
  Compensable in(String otherScopeId) {
    return new Compensable(
        Ids.next(), otherScopeId, activityId, activityInstanceId, handlerId, createdAt);
  }
}
