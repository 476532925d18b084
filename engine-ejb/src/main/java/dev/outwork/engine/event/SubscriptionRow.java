package dev.outwork.engine.event;

import dev.outwork.api.deployment.ProcessDefinition;
import dev.outwork.engine.database.Ids;
import dev.outwork.engine.database.Insert;
import dev.outwork.engine.instance.AtNode;
import dev.outwork.engine.instance.OfProcess;
import dev.outwork.engine.token.Compensable;
import dev.outwork.engine.token.Instance;
import dev.outwork.engine.token.SubscriptionOrder;
import java.time.Instant;

/** The row of a subscription to be written. */
public record SubscriptionRow(
    String id,
    SubscriptionOrder.Type type,
    String eventName,
    AtNode at,
    OfProcess process,
    Handler handler,
    Instant createdAt) {

  static final Insert<SubscriptionRow> INSERT =
      Insert.<SubscriptionRow>into("event_subscription")
          .column("id", SubscriptionRow::id)
          .column("type", SubscriptionRow::type)
          .column("event_name", SubscriptionRow::eventName)
          .column("execution_id", row -> row.at.executionId())
          .column("activity_id", row -> row.at.activityId())
          .column("process_instance_id", row -> row.process.processInstanceId())
          .column("process_definition_id", row -> row.process.processDefinitionId())
          .column("definition_key", row -> row.process.definitionKey())
          .column("tenant_id", row -> row.process.tenantId())
          .column("created_at", SubscriptionRow::createdAt)
          .column("completed_id", row -> row.handler.completedId)
          .column("handler_id", row -> row.handler.id);

  /** The compensation handler of a completed activity. */
  record Handler(String completedId, String id) {
    static final Handler NONE = new Handler(null, null);
  }

  static SubscriptionRow of(Instance instance, SubscriptionOrder order, Instant now) {
    return new SubscriptionRow(
        Ids.next(),
        order.type(),
        order.eventName(),
        new AtNode(order.activityInstanceId(), order.activityId()),
        OfProcess.of(instance),
        Handler.NONE,
        now);
  }

  static SubscriptionRow of(Instance instance, Compensable compensable) {
    return new SubscriptionRow(
        compensable.id(),
        SubscriptionOrder.Type.COMPENSATE,
        null,
        new AtNode(compensable.scopeId(), compensable.activityId()),
        OfProcess.of(instance),
        new Handler(compensable.activityInstanceId(), compensable.handlerId()),
        compensable.createdAt());
  }

  /** The subscription of a start event; {@code eventName} is null for a condition. */
  static SubscriptionRow ofStart(
      ProcessDefinition definition,
      String startEventId,
      SubscriptionOrder.Type type,
      String eventName,
      Instant now) {
    return new SubscriptionRow(
        Ids.next(),
        type,
        eventName,
        new AtNode(null, startEventId),
        OfProcess.ofStart(definition),
        Handler.NONE,
        now);
  }
}
