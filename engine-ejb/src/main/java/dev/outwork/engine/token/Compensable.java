package dev.outwork.engine.token;

import java.time.Instant;

/**
 * A completed activity that can be undone (BPMN 2.0, chapter 10.7).
 *
 * @param id a time-ordered id: what was completed later has the greater one
 * @param scopeId the activity or process instance in which it was completed
 * @param activityId the completed activity
 * @param activityInstanceId likewise
 * @param handlerId the node that undoes it; null for a sub-process that is undone by undoing what
 *     is inside
 */
public record Compensable(
    String id,
    String scopeId,
    String activityId,
    String activityInstanceId,
    String handlerId,
    Instant createdAt) {}
