package dev.outwork.rest.event;

import dev.outwork.api.event.EventSubscription;
import java.time.Instant;

/** An event subscription. */
public record EventSubscriptionDto(
    String id,
    String eventType,
    String eventName,
    String executionId,
    String processInstanceId,
    String activityId,
    Instant createdDate,
    String tenantId) {

  static EventSubscriptionDto of(EventSubscription subscription) {
    return new EventSubscriptionDto(
        subscription.id(),
        subscription.eventType(),
        subscription.eventName(),
        subscription.executionId(),
        subscription.processInstanceId(),
        subscription.activityId(),
        subscription.createdDate(),
        subscription.tenantId());
  }
}
