package dev.outwork.mover.converting;

import dev.outwork.mover.destination.TargetRow;
import dev.outwork.mover.destination.TargetTable;
import dev.outwork.mover.source.InstanceRows;
import dev.outwork.mover.source.SourceActivityHistory;
import dev.outwork.mover.source.SourceExecution;
import dev.outwork.mover.source.SourceProcessHistory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Converts call hierarchies, each with all that belongs to it. */
public final class HierarchyConversion {
  private final HierarchyRows rows;
  private final Function<String, MovedDefinition> definitions;
  private final Set<String> stoodSuspended;
  private final Moment moment;
  private final JavaValues javaValues;

  /**
   * When this happens.
   *
   * @param markedAt stands for times that nobody has written down: it does not change when the same
   *     rows are converted again
   * @param now decides whether a lock still counts
   */
  public record Moment(Instant markedAt, Instant now) {}

  /**
   * @param definitions by their ids in the source; throws {@link CannotGoException} for those that
   *     the target does not have
   * @param stoodSuspended ids of instances and jobs that were suspended before the move
   */
  public HierarchyConversion(
      InstanceRows rows,
      Function<String, MovedDefinition> definitions,
      Set<String> stoodSuspended,
      Moment moment,
      JavaValues javaValues) {
    this.rows = new HierarchyRows(rows);
    this.definitions = definitions;
    this.stoodSuspended = Set.copyOf(stoodSuspended);
    this.moment = moment;
    this.javaValues = javaValues;
  }

  /** Throws {@link CannotGoException} if it has to stay. */
  public Conversion convert(String rootId) {
    List<TargetRow> converted = new ArrayList<>();
    Map<String, ConvertedInstance> instances = new HashMap<>();
    Map<String, String> instanceOfExecution = new HashMap<>();
    Map<TargetTable, Integer> counts = new EnumMap<>(TargetTable.class);
    for (SourceExecution execution : rows.instances(rootId)) {
      ConvertedInstance instance = instance(execution);
      instances.put(instance.id(), instance);
      rows.executions(instance.id())
          .forEach(each -> instanceOfExecution.put(each.id(), instance.id()));
      converted.add(processInstance(instance, instances, instanceOfExecution));
      activities(instance, converted);
      new VariableConversion(instance, rows, javaValues).addTo(converted);
      new TaskConversion(instance, rows, moment.now()).addTo(converted);
      new JobConversion(instance, rows, stoodSuspended, moment.markedAt()).addTo(converted);
      new SubscriptionConversion(instance, rows, javaValues).addTo(converted);
      new IncidentConversion(instance, rows).addTo(converted);
      count(instance.id(), counts);
    }
    if (instances.isEmpty()) {
      throw new CannotGoException("it has ended");
    }
    return new Conversion(rootId, converted, counts);
  }

  private void count(String instanceId, Map<TargetTable, Integer> counts) {
    Map.of(
            TargetTable.PROCESS_INSTANCE, 1,
            TargetTable.EXTERNAL_TASK, rows.externalTasks(instanceId).size(),
            TargetTable.USER_TASK, rows.userTasks(instanceId).size(),
            TargetTable.JOB, rows.jobs(instanceId).size(),
            TargetTable.EVENT_SUBSCRIPTION, rows.subscriptions(instanceId).size(),
            TargetTable.INCIDENT, rows.incidents(instanceId).size())
        .forEach((table, count) -> counts.merge(table, count, Integer::sum));
  }

  private ConvertedInstance instance(SourceExecution execution) {
    MovedDefinition definition = definitions.apply(execution.definitionId());
    return new ConvertedInstance(
        execution,
        definition,
        new TokenPlaces(
            execution.id(),
            definition.model(),
            rows.executions(execution.id()),
            rows.jobs(execution.id())),
        rows.history(execution.id()).map(SourceProcessHistory::startedAt).orElse(moment.markedAt()),
        stoodSuspended.contains(execution.id()));
  }

  private TargetRow processInstance(
      ConvertedInstance instance,
      Map<String, ConvertedInstance> callers,
      Map<String, String> instanceOfExecution) {
    SourceExecution execution = instance.execution();
    TargetRow row =
        TargetRow.of(TargetTable.PROCESS_INSTANCE)
            .with("id", instance.id())
            .with("process_definition_id", instance.definition().id())
            .with("definition_key", instance.definition().key())
            .with("business_key", execution.businessKey())
            .with("tenant_id", execution.tenantId())
            .with("state", instance.suspended() ? "SUSPENDED" : "ACTIVE")
            .with("start_activity_id", startActivity(instance))
            .with("started_at", instance.startedAt())
            .with("root_id", execution.rootId());
    if (execution.superId() == null) {
      return row;
    }
    ConvertedInstance caller = callers.get(instanceOfExecution.get(execution.superId()));
    return row.with("super_id", caller.id())
        .with(
            "super_activity_id",
            caller.places().leaf(execution.superId(), "a called instance").id());
  }

  private String startActivity(ConvertedInstance instance) {
    return rows.history(instance.id())
        .map(SourceProcessHistory::startActivityId)
        .or(() -> instance.definition().model().startId())
        .orElse(instance.definition().key());
  }

  private void activities(ConvertedInstance instance, List<TargetRow> converted) {
    Map<String, SourceActivityHistory> history = new HashMap<>();
    rows.activityHistory(instance.id())
        .forEach(one -> history.put(PastInstance.own(one.id()), one));
    InclusiveFlows flows = new InclusiveFlows(instance, rows);
    Set<String> withIncident = new HashSet<>();
    rows.incidents(instance.id()).stream()
        .filter(incident -> !IncidentConversion.isOfRetries(incident))
        .forEach(
            incident ->
                instance
                    .places()
                    .leaf(incident.executionId())
                    .ifPresent(p -> withIncident.add(p.id())));
    for (TokenPlace place : instance.places().all()) {
      Instant started =
          Optional.ofNullable(history.get(place.id()))
              .map(SourceActivityHistory::startedAt)
              .orElse(instance.startedAt());
      converted.add(
          TargetRow.of(TargetTable.ACTIVITY_INSTANCE)
              .with("id", place.id())
              .with("process_instance_id", instance.id())
              .with("parent_id", place.parentId().equals(instance.id()) ? null : place.parentId())
              .with("activity_id", place.node().id())
              .with("activity_type", place.node().info().activityType())
              .with("started_at", place.isStarted() ? started : null)
              .with("canceled", false)
              .with("complete_scope", false)
              .with("waits", place.phase())
              .with("flow_id", place.isOnFlow() ? place.waits().flowId() : flows.of(place))
              .with("has_incident", withIncident.contains(place.id())));
    }
  }
}
