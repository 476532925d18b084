package dev.outwork.engine.event;

import dev.outwork.api.deployment.ProcessDefinition;
import dev.outwork.engine.database.Ids;
import dev.outwork.engine.token.Compensable;
import dev.outwork.engine.token.Instance;
import dev.outwork.engine.token.Subscription;
import java.time.Instant;

/** The row of a subscription to be written. */
public record SubscriptionRow(
    String id,
    String type,
    String eventName,
    String executionId,
    String activityId,
    String processInstanceId,
    String processDefinitionId,
    String definitionKey,
    String tenantId,
    Instant createdAt,
    String completedId,
    String handlerId) {
  static SubscriptionRow of(Instance instance, Subscription order, Instant now) {
    return new SubscriptionRow(
        Ids.next(),
        order.type().name(),
        order.eventName(),
        order.activityInstanceId(),
        order.activityId(),
        instance.id(),
        instance.definitionId(),
        instance.definitionKey(),
        instance.tenantId(),
        now,
        null,
        null);
  }

  static SubscriptionRow of(Instance instance, Compensable compensable) {
    return new SubscriptionRow(
        compensable.id(),
        Subscription.Type.COMPENSATE.name(),
        null,
        compensable.scopeId(),
        compensable.activityId(),
        instance.id(),
        instance.definitionId(),
        instance.definitionKey(),
        instance.tenantId(),
        compensable.createdAt(),
        compensable.activityInstanceId(),
        compensable.handlerId());
  }

  /** The subscription of a start event; {@code eventName} is null for a condition. */
  static SubscriptionRow ofStart(
      ProcessDefinition definition,
      String startEventId,
      Subscription.Type type,
      String eventName,
      Instant now) {
    return new SubscriptionRow(
        Ids.next(),
        type.name(),
        eventName,
        null,
        startEventId,
        null,
        definition.id(),
        definition.key(),
        definition.tenantId(),
        now,
        null,
        null);
  }
}
