package dev.outwork.mover.converting;

import dev.outwork.engine.bpmn.FlowNode;
import dev.outwork.mover.destination.TargetRow;
import dev.outwork.mover.destination.TargetTable;
import dev.outwork.mover.source.SourceActivityHistory;
import dev.outwork.mover.source.SourceIncidentHistory;
import dev.outwork.mover.source.SourceProcessHistory;
import dev.outwork.mover.source.SourceTaskHistory;
import dev.outwork.mover.source.SourceTaskLog;
import dev.outwork.mover.source.SourceVariableHistory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** An instance, running or ended: the rows of what has ended in it. */
final class PastInstance {
  /** The state of an activity that was taken away; and of one that has ended its scope. */
  private static final long CANCELED = 2;

  private static final long COMPLETES_SCOPE = 1;

  /** How the log of external tasks counts. */
  private static final List<String> KINDS = List.of("CREATED", "FAILED", "SUCCESSFUL", "DELETED");

  private static final Set<String> STATES =
      Set.of("COMPLETED", "EXTERNALLY_TERMINATED", "INTERNALLY_TERMINATED");

  private static final long RESOLVED = 1;

  static final Comparator<SourceVariableHistory> OLDEST_FIRST =
      Comparator.comparing(
              SourceVariableHistory::createdAt, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(variable -> variable.variable().id());

  private final SourceProcessHistory instance;
  private final MovedDefinition definition;
  private final List<SourceActivityHistory> ended;
  private final Map<String, String> parents = new HashMap<>();

  /**
   * @param leaving the tokens of this instance that are about to leave their elements
   * @param all activities of this instance, running and ended
   */
  PastInstance(
      SourceProcessHistory instance,
      MovedDefinition definition,
      Collection<Leaving> leaving,
      List<SourceActivityHistory> all) {
    this.instance = instance;
    this.definition = definition;
    this.ended = withoutLeaving(leaving, all);
    all.forEach(activity -> parents.put(own(activity.id()), own(activity.parentId())));
  }

  /**
   * A token whose activity has ended in the source, and has not ended here.
   *
   * @param since when the job was created that lets it leave: the activity had just ended
   */
  record Leaving(String activityId, String executionId, Instant since) {
    private boolean isExactlyOf(SourceActivityHistory activity) {
      return isSinceEndOf(activity) && executionId.equals(activity.executionId());
    }

    private boolean isSinceEndOf(SourceActivityHistory activity) {
      return isAtElementOf(activity) && !activity.endedAt().isAfter(since);
    }

    private boolean isAtElementOf(SourceActivityHistory activity) {
      return activityId.equals(activity.activityId());
    }
  }

  /** What comes after the element in the id of an activity instance; null for null. */
  static String own(String activityInstanceId) {
    return activityInstanceId == null
        ? null
        : activityInstanceId.substring(activityInstanceId.lastIndexOf(':') + 1);
  }

  // History does not say which token is left of an activity that had an execution of its own, as
  // each external task has: then it is the one that ended last before the job was created.
  private static List<SourceActivityHistory> withoutLeaving(
      Collection<Leaving> leaving, List<SourceActivityHistory> all) {
    List<SourceActivityHistory> latestFirst =
        all.stream()
            .filter(activity -> activity.endedAt() != null)
            .sorted(
                Comparator.comparing(SourceActivityHistory::endedAt)
                    .thenComparing(
                        SourceActivityHistory::order,
                        Comparator.nullsFirst(Comparator.naturalOrder()))
                    .reversed())
            .collect(Collectors.toCollection(ArrayList::new));
    List<Leaving> left = new ArrayList<>(leaving);
    left.removeIf(token -> isRemoved(latestFirst, token::isExactlyOf));
    left.removeIf(token -> isRemoved(latestFirst, token::isSinceEndOf));
    left.forEach(token -> isRemoved(latestFirst, token::isAtElementOf));
    return latestFirst;
  }

  /** Whether there was one: the first of them is removed. */
  private static boolean isRemoved(
      List<SourceActivityHistory> some, Predicate<SourceActivityHistory> which) {
    return some.stream().filter(which).findFirst().map(some::remove).orElse(false);
  }

  String id() {
    return instance.id();
  }

  /**
   * The row of one that has ended.
   *
   * @param caller the activity that has called it, or null
   */
  TargetRow processInstance(String caller) {
    return TargetRow.of(TargetTable.PROCESS_INSTANCE)
        .with("id", id())
        .with("process_definition_id", definition.id())
        .with("definition_key", definition.key())
        .with("business_key", instance.businessKey())
        .with("tenant_id", instance.tenantId())
        .with("state", state())
        .with("start_activity_id", startActivity())
        .with("started_at", instance.startedAt())
        .with("ended_at", instance.end().at())
        .with("delete_reason", instance.end().deleteReason())
        .with("root_id", instance.called().rootId())
        .with("super_id", instance.called().superId())
        .with("super_activity_id", instance.called().superId() == null ? null : caller);
  }

  private String state() {
    String state = String.valueOf(instance.end().state());
    return STATES.contains(state)
        ? state
        : instance.end().deleteReason() == null ? "COMPLETED" : "EXTERNALLY_TERMINATED";
  }

  private String startActivity() {
    return Optional.ofNullable(instance.startActivityId())
        .or(() -> definition.model().startId())
        .orElse(definition.key());
  }

  List<TargetRow> activities() {
    return ended.stream().map(this::activity).toList();
  }

  private TargetRow activity(SourceActivityHistory activity) {
    String parent = own(activity.parentId());
    return TargetRow.of(TargetTable.ACTIVITY_INSTANCE)
        .with("id", own(activity.id()))
        .with("process_instance_id", id())
        .with("parent_id", id().equals(parent) ? null : parent)
        .with("activity_id", activity.activityId())
        .with("activity_type", type(activity))
        .with("started_at", activity.startedAt())
        .with("ended_at", activity.endedAt())
        .with("canceled", is(CANCELED, activity))
        .with("complete_scope", is(COMPLETES_SCOPE, activity))
        .with("has_incident", false);
  }

  private String type(SourceActivityHistory activity) {
    FlowNode node = definition.model().nodes().get(activity.activityId());
    return node == null ? activity.activityType() : node.info().activityType();
  }

  private static boolean is(long state, SourceActivityHistory activity) {
    return activity.state() != null && activity.state() == state;
  }

  TargetRow userTask(SourceTaskHistory task) {
    return row(TargetTable.USER_TASK, task.id())
        .with("state", "completed".equals(task.deleteReason()) ? "COMPLETED" : "DELETED")
        .with("name", task.name())
        .with("description", task.description())
        .with("assignee", task.people().assignee())
        .with("owner", task.people().owner())
        .with("due_at", task.times().dueAt())
        .with("follow_up_at", task.times().followUpAt())
        .with("priority", task.priority() == null ? 0L : task.priority())
        .with("created_at", task.times().createdAt())
        .with("ended_at", task.endedAt())
        .with("activity_instance_id", activityInstance(task.activityInstanceId()))
        .with("activity_id", task.activityId())
        .with("scope_ids", scopes(activityInstance(task.activityInstanceId())))
        .with("business_key", instance.businessKey());
  }

  private String activityInstance(String activityInstanceId) {
    return activityInstanceId == null ? id() : own(activityInstanceId);
  }

  /** Where variables were looked up, innermost first. */
  private String scopes(String innermost) {
    List<String> scopes = new ArrayList<>();
    for (String each = innermost;
        each != null && !each.equals(id()) && !scopes.contains(each);
        each = parents.get(each)) {
      scopes.add(each);
    }
    scopes.add(id());
    return String.join(" ", scopes);
  }

  /** Whose variables have ended. */
  Set<String> endedScopes(List<SourceTaskHistory> endedTasks) {
    Set<String> scopes = new HashSet<>();
    ended.forEach(activity -> scopes.add(own(activity.id())));
    endedTasks.forEach(task -> scopes.add(task.id()));
    if (instance.hasEnded()) {
      scopes.add(id());
    }
    return scopes;
  }

  static String scope(SourceVariableHistory variable) {
    return variable.variable().taskId() == null
        ? String.valueOf(own(variable.activityInstanceId()))
        : variable.variable().taskId();
  }

  /** A variable without its value. */
  TargetRow variable(SourceVariableHistory variable) {
    return TargetRow.of(TargetTable.VARIABLE)
        .with("id", variable.variable().id())
        .with("process_instance_id", id())
        .with("scope_id", scope(variable))
        .with("name", variable.variable().name())
        .with(
            "created_at",
            variable.createdAt() == null ? instance.startedAt() : variable.createdAt());
  }

  static boolean isCreation(SourceTaskLog line) {
    return line.state() == 0;
  }

  TargetRow logLine(SourceTaskLog line, Optional<byte[]> errorDetails) {
    return TargetRow.of(TargetTable.EXTERNAL_TASK_LOG)
        .with("id", line.id())
        .with("logged_at", line.loggedAt())
        .with("kind", KINDS.get((int) line.state()))
        .with("external_task_id", line.taskId())
        .with("topic_name", line.topicName())
        .with("worker_id", line.workerId())
        .with("priority", line.priority())
        .with("retries", line.trouble().retries())
        .with("error_message", TaskConversion.cut(line.trouble().errorMessage()))
        .with(
            "error_details",
            errorDetails.map(bytes -> new String(bytes, StandardCharsets.UTF_8)).orElse(null))
        .with("activity_id", line.activityId())
        .with("activity_instance_id", activityInstance(line.activityInstanceId()))
        .with("process_instance_id", id())
        .with("tenant_id", instance.tenantId());
  }

  TargetRow incident(SourceIncidentHistory incident) {
    boolean isResolved = incident.state() != null && incident.state() == RESOLVED;
    return row(TargetTable.INCIDENT, incident.incident().id())
        .with("type", incident.incident().type())
        .with("state", isResolved ? "RESOLVED" : "DELETED")
        .with("execution_id", incident.incident().executionId())
        .with("activity_id", incident.incident().at().activityId())
        .with("failed_activity_id", incident.incident().at().failedActivityId())
        .with("configuration", incident.incident().cause().configuration())
        .with("message", incident.incident().message())
        .with("history_configuration", incident.historyConfiguration())
        .with("annotation", incident.incident().annotation())
        .with("created_at", incident.incident().createdAt())
        .with("ended_at", incident.endedAt())
        .with("cause_incident_id", incident.incident().cause().incidentId())
        .with("root_cause_incident_id", incident.incident().cause().rootIncidentId());
  }

  private TargetRow row(TargetTable table, String id) {
    return TargetRow.of(table)
        .with("id", id)
        .with("process_instance_id", id())
        .with("process_definition_id", definition.id())
        .with("definition_key", definition.key())
        .with("tenant_id", instance.tenantId());
  }
}
