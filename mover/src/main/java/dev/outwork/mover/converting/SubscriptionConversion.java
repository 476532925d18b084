package dev.outwork.mover.converting;

import dev.outwork.engine.bpmn.FlowNode;
import dev.outwork.engine.bpmn.ProcessModel;
import dev.outwork.mover.destination.TargetRow;
import dev.outwork.mover.destination.TargetTable;
import dev.outwork.mover.source.SourceSubscription;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The subscriptions of an instance to messages, signals and conditions. */
final class SubscriptionConversion {
  private static final Set<String> WITH_NAME = Set.of("message", "signal");
  private static final String CONDITION = "conditional";

  private final ConvertedInstance instance;
  private final HierarchyRows rows;
  private final JavaValues javaValues;

  SubscriptionConversion(ConvertedInstance instance, HierarchyRows rows, JavaValues javaValues) {
    this.instance = instance;
    this.rows = rows;
    this.javaValues = javaValues;
  }

  void addTo(List<TargetRow> converted) {
    for (SourceSubscription subscription : rows.subscriptions(instance.id())) {
      if (!CompensationConversion.TYPE.equals(subscription.type())) {
        converted.add(row(subscription));
      }
    }
    new CompensationConversion(instance, rows, javaValues).addTo(converted);
  }

  private TargetRow row(SourceSubscription subscription) {
    boolean hasName = WITH_NAME.contains(subscription.type());
    if (!hasName && !CONDITION.equals(subscription.type())) {
      throw new CannotGoException(
          "it has a subscription of the type '%s'".formatted(subscription.type()));
    }
    String owner =
        instance
            .places()
            .owner(subscription.executionId())
            .orElseThrow(
                () ->
                    new CannotGoException(
                        "the subscription at '%s' is nowhere"
                            .formatted(subscription.activityId())));
    return instance
        .row(TargetTable.EVENT_SUBSCRIPTION, subscription.id())
        .with("type", subscription.type().toUpperCase(Locale.ROOT))
        .with("event_name", hasName ? subscription.eventName() : null)
        .with("execution_id", owner)
        .with("activity_id", event(subscription))
        .with("created_at", subscription.createdAt());
  }

  private String event(SourceSubscription subscription) {
    ProcessModel model = instance.definition().model();
    FlowNode node = model.nodes().get(subscription.activityId());
    if (node == null) {
      throw new CannotGoException(
          "the model has no element '%s'".formatted(subscription.activityId()));
    }
    return model.catchingNode(node.id()).eventId();
  }
}
