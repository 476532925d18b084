package dev.outwork.api.event;

import java.time.Instant;

/**
 * An event subscription.
 *
 * @param eventType {@code message}, {@code signal}, {@code conditional} or {@code compensate}
 * @param eventName null for conditions and compensation
 * @param executionId the activity or process instance that has subscribed; null for a start event
 * @param processInstanceId null for a start event
 * @param activityId the event; for compensation, the completed activity
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
