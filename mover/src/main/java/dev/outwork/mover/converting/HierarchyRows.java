package dev.outwork.mover.converting;

import static java.util.stream.Collectors.groupingBy;

import dev.outwork.mover.source.InstanceRows;
import dev.outwork.mover.source.SourceActivityHistory;
import dev.outwork.mover.source.SourceExecution;
import dev.outwork.mover.source.SourceExternalTask;
import dev.outwork.mover.source.SourceIdentityLink;
import dev.outwork.mover.source.SourceIncident;
import dev.outwork.mover.source.SourceJob;
import dev.outwork.mover.source.SourceProcessHistory;
import dev.outwork.mover.source.SourceSubscription;
import dev.outwork.mover.source.SourceUserTask;
import dev.outwork.mover.source.SourceVariable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The rows of many call hierarchies, found by what they belong to. */
final class HierarchyRows {
  private final InstanceRows all;
  private final Map<String, List<SourceExecution>> instancesByRoot;
  private final Map<String, List<SourceExecution>> executions;
  private final Map<String, List<SourceVariable>> variables;
  private final Map<String, List<SourceExternalTask>> externalTasks;
  private final Map<String, List<SourceUserTask>> userTasks;
  private final Map<String, List<SourceIdentityLink>> identityLinks;
  private final Map<String, List<SourceJob>> jobs;
  private final Map<String, List<SourceSubscription>> subscriptions;
  private final Map<String, List<SourceIncident>> incidents;
  private final Map<String, SourceProcessHistory> history;
  private final Map<String, List<SourceActivityHistory>> activityHistory;

  HierarchyRows(InstanceRows all) {
    this.all = all;
    instancesByRoot =
        all.executions().stream()
            .filter(SourceExecution::isProcessInstance)
            .collect(groupingBy(SourceExecution::rootId));
    executions = by(all.executions(), SourceExecution::processInstanceId);
    variables = by(all.variables(), SourceVariable::processInstanceId);
    externalTasks = by(all.externalTasks(), SourceExternalTask::processInstanceId);
    userTasks = by(all.userTasks(), SourceUserTask::processInstanceId);
    identityLinks = by(all.identityLinks(), SourceIdentityLink::taskId);
    jobs = by(all.jobs(), SourceJob::processInstanceId);
    subscriptions = by(all.subscriptions(), SourceSubscription::processInstanceId);
    incidents = by(all.incidents(), SourceIncident::processInstanceId);
    history =
        all.history().instances().stream()
            .collect(Collectors.toMap(SourceProcessHistory::id, Function.identity()));
    activityHistory = by(all.history().activities(), SourceActivityHistory::processInstanceId);
  }

  private static <T> Map<String, List<T>> by(List<T> rows, Function<T, String> owner) {
    return rows.stream().collect(groupingBy(owner));
  }

  /** The instances of a hierarchy, callers before those that they have called. */
  List<SourceExecution> instances(String rootId) {
    List<SourceExecution> sorted = new ArrayList<>();
    List<SourceExecution> left = new ArrayList<>(instancesByRoot.getOrDefault(rootId, List.of()));
    Map<String, String> instanceOf =
        left.stream()
            .flatMap(instance -> executions(instance.id()).stream())
            .collect(Collectors.toMap(SourceExecution::id, SourceExecution::processInstanceId));
    while (!left.isEmpty()) {
      List<SourceExecution> next =
          left.stream()
              .filter(
                  instance ->
                      instance.superId() == null
                          || sorted.stream()
                              .anyMatch(
                                  caller -> caller.id().equals(instanceOf.get(instance.superId()))))
              .toList();
      if (next.isEmpty()) {
        throw new CannotGoException("the caller of '%s' is not there".formatted(left.get(0).id()));
      }
      sorted.addAll(next);
      left.removeAll(next);
    }
    return sorted;
  }

  List<SourceExecution> executions(String instanceId) {
    return executions.getOrDefault(instanceId, List.of());
  }

  List<SourceVariable> variables(String instanceId) {
    return variables.getOrDefault(instanceId, List.of());
  }

  List<SourceExternalTask> externalTasks(String instanceId) {
    return externalTasks.getOrDefault(instanceId, List.of());
  }

  List<SourceUserTask> userTasks(String instanceId) {
    return userTasks.getOrDefault(instanceId, List.of());
  }

  List<SourceIdentityLink> identityLinks(String taskId) {
    return identityLinks.getOrDefault(taskId, List.of());
  }

  List<SourceJob> jobs(String instanceId) {
    return jobs.getOrDefault(instanceId, List.of());
  }

  List<SourceSubscription> subscriptions(String instanceId) {
    return subscriptions.getOrDefault(instanceId, List.of());
  }

  List<SourceIncident> incidents(String instanceId) {
    return incidents.getOrDefault(instanceId, List.of());
  }

  Optional<SourceProcessHistory> history(String instanceId) {
    return Optional.ofNullable(history.get(instanceId));
  }

  List<SourceActivityHistory> activityHistory(String instanceId) {
    return activityHistory.getOrDefault(instanceId, List.of());
  }

  Optional<byte[]> bytes(String id) {
    return all.bytes(id);
  }
}
