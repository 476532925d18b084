package dev.outwork.mover.converting;

import dev.outwork.engine.bpmn.EventSubProcess;
import dev.outwork.engine.bpmn.FlowNode;
import dev.outwork.engine.bpmn.MultiInstance;
import dev.outwork.engine.bpmn.ProcessModel;
import dev.outwork.mover.destination.TargetRow;
import dev.outwork.mover.destination.TargetTable;
import dev.outwork.mover.source.SourceSubscription;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What an instance can undo. An execution of the source that keeps what was inside a completed
 * scope is, in the target, that activity instance itself. Handlers run in the order of the ids,
 * latest first; so these are made anew, in the order in which the activities were completed.
 */
final class CompensationConversion {
  static final String TYPE = "compensate";

  private final ConvertedInstance instance;
  private final HierarchyRows rows;
  private final ProcessModel model;
  private final VariableConversion variables;

  CompensationConversion(ConvertedInstance instance, HierarchyRows rows, JavaValues javaValues) {
    this.instance = instance;
    this.rows = rows;
    this.model = instance.definition().model();
    this.variables = new VariableConversion(instance, rows, javaValues);
  }

  void addTo(List<TargetRow> converted) {
    List<SourceSubscription> subscriptions =
        rows.subscriptions(instance.id()).stream()
            .filter(subscription -> TYPE.equals(subscription.type()))
            .sorted(
                Comparator.comparing(SourceSubscription::createdAt)
                    .thenComparing(SourceSubscription::id))
            .toList();
    Map<String, String> kept = new HashMap<>();
    subscriptions.stream()
        .filter(subscription -> subscription.configuration() != null)
        .forEach(subscription -> kept.put(subscription.configuration(), subscription.id()));
    int order = 0;
    for (SourceSubscription subscription : subscriptions) {
      converted.add(row(subscription, order++));
    }
    rows.variables(instance.id()).stream()
        .filter(variable -> kept.containsKey(variable.executionId()))
        .filter(variable -> !variables.staysBehind(variable))
        .forEach(variable -> converted.add(variables.of(variable, variable.executionId())));
  }

  private TargetRow row(SourceSubscription subscription, int order) {
    String completed =
        subscription.configuration() == null ? subscription.id() : subscription.configuration();
    FlowNode handler = model.nodes().get(subscription.activityId());
    if (handler == null) {
      throw new CannotGoException(
          "the model has no element '%s'".formatted(subscription.activityId()));
    }
    boolean undoesInside = handler.compensates() == null;
    refuse(handler, undoesInside ? handler : model.node(handler.compensates()));
    return instance
        .row(TargetTable.EVENT_SUBSCRIPTION, id(subscription.createdAt(), order, subscription.id()))
        .with("type", "COMPENSATE")
        .with("execution_id", scope(subscription))
        .with("activity_id", undoesInside ? handler.id() : handler.compensates())
        .with("created_at", subscription.createdAt())
        .with("completed_id", completed)
        .with("handler_id", undoesInside ? null : handler.id());
  }

  // Inside a scope that has completed, what is kept of it.
  private String scope(SourceSubscription subscription) {
    return instance.places().owner(subscription.executionId()).orElse(subscription.executionId());
  }

  // What these keep of their past has another shape in the source.
  private void refuse(FlowNode handler, FlowNode completed) {
    boolean isRepeated =
        completed instanceof MultiInstance
            || completed.info().scopeId().endsWith(MultiInstance.SUFFIX);
    if (handler instanceof EventSubProcess || isRepeated) {
      throw new CannotGoException(
          "it can undo '%s', which is %s"
              .formatted(
                  completed.id(), isRepeated ? "repeated" : "undone by an event sub-process"));
    }
  }

  /** A UUID of the seventh version: ordered by time, then by the order of completion. */
  private static String id(Instant createdAt, int order, String unique) {
    String time = "%012x".formatted(createdAt.toEpochMilli());
    String rest = "%012x".formatted(unique.hashCode() & 0xffffffffL);
    return "%s-%s-7%03x-8000-%s"
        .formatted(time.substring(0, 8), time.substring(8), order & 0xfff, rest);
  }
}
