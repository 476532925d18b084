package dev.outwork.api.event;

import java.time.Instant;

/**
 * Somebody listens for something.
 *
 * @param eventType {@code message}, {@code signal}, {@code conditional} or {@code compensate}
 * @param eventName null for conditions and compensation
 * @param executionId the activity or process instance that listens; null for a start event
 * @param processInstanceId null for a start event
 * @param activityId the event at which it would happen; the completed activity for compensation
 * @param tenantId may be null
 */
public record EventSubscription(
    String id,
    String eventType,
    String eventName,
    String executionId,
    String processInstanceId,
    String activityId,
    Instant createdDate,
    String tenantId) {}
