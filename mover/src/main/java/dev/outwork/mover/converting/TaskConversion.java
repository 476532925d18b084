package dev.outwork.mover.converting;

import dev.outwork.engine.bpmn.ExternalActivity;
import dev.outwork.engine.bpmn.UserTask;
import dev.outwork.engine.expression.Expression;
import dev.outwork.mover.destination.TargetRow;
import dev.outwork.mover.destination.TargetTable;
import dev.outwork.mover.source.SourceExternalTask;
import dev.outwork.mover.source.SourceIdentityLink;
import dev.outwork.mover.source.SourceUserTask;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The external tasks and user tasks of an instance. */
final class TaskConversion {
  private static final int MAX_ERROR_MESSAGE = 666;

  /** They stand with the task itself. */
  private static final Set<String> OF_TASK = Set.of("assignee", "owner");

  private final ConvertedInstance instance;
  private final HierarchyRows rows;
  private final Instant now;

  TaskConversion(ConvertedInstance instance, HierarchyRows rows, Instant now) {
    this.instance = instance;
    this.rows = rows;
    this.now = now;
  }

  void addTo(List<TargetRow> converted) {
    for (SourceExternalTask task : rows.externalTasks(instance.id())) {
      TargetRow row = external(task);
      converted.add(row);
      converted.add(creation(row));
    }
    for (SourceUserTask task : rows.userTasks(instance.id())) {
      converted.add(user(task));
      rows.identityLinks(task.id()).stream()
          .filter(link -> !OF_TASK.contains(link.type()))
          .forEach(link -> converted.add(link(link)));
    }
  }

  private TargetRow external(SourceExternalTask task) {
    TokenPlace place = instance.places().leaf(task.executionId(), "an external task");
    if (!(place.node() instanceof ExternalActivity)) {
      throw new CannotGoException(
          "'%s' has an external task, and is none in the model".formatted(place.node().id()));
    }
    SourceExternalTask.Lock lock = task.lock();
    Long retries = task.trouble().retries();
    return at(instance.row(TargetTable.EXTERNAL_TASK, task.id()), place)
        // Null for a task directly in the instance, as the engine writes it.
        .with("scope_ids", place.parentId().equals(instance.id()) ? null : place.scopeIds())
        .with("topic_name", task.topicName())
        .with("state", state(retries, lock.until()))
        .with("priority", task.priority())
        .with("created_at", task.createdAt() == null ? instance.startedAt() : task.createdAt())
        .with("worker_id", lock.workerId())
        .with("locked_until", lock.until())
        .with("retries", retries)
        .with("error_message", cut(task.trouble().errorMessage()))
        .with(
            "error_details",
            rows.bytes(task.trouble().errorDetailsId())
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse(null))
        .with("version_tag", instance.definition().versionTag())
        .with("business_key", instance.execution().businessKey());
  }

  /** The line of its creation has the id of the task. */
  private static TargetRow creation(TargetRow task) {
    TargetRow line =
        TargetRow.of(TargetTable.EXTERNAL_TASK_LOG)
            .with("logged_at", task.value("created_at"))
            .with("kind", "CREATED")
            .with("external_task_id", task.id());
    for (String same :
        List.of(
            "id",
            "topic_name",
            "priority",
            "activity_id",
            "activity_instance_id",
            "process_instance_id",
            "tenant_id")) {
      line.with(same, task.value(same));
    }
    return line;
  }

  private String state(Long retries, Instant lockedUntil) {
    if (instance.suspended()) {
      return "SUSPENDED";
    }
    if (retries != null && retries == 0) {
      return "EXHAUSTED";
    }
    return lockedUntil != null && lockedUntil.isAfter(now) ? "LOCKED" : "OPEN";
  }

  static String cut(String message) {
    return message == null || message.length() <= MAX_ERROR_MESSAGE
        ? message
        : message.substring(0, MAX_ERROR_MESSAGE);
  }

  private TargetRow user(SourceUserTask task) {
    if (task.parentTaskId() != null) {
      throw new CannotGoException("user task '%s' is part of another one".formatted(task.id()));
    }
    TokenPlace place = instance.places().leaf(task.executionId(), "a user task");
    if (!(place.node() instanceof UserTask model)) {
      throw new CannotGoException(
          "'%s' has a user task, and is none in the model".formatted(place.node().id()));
    }
    return at(instance.row(TargetTable.USER_TASK, task.id()), place)
        .with("state", instance.suspended() ? "SUSPENDED" : "OPEN")
        .with("name", task.name())
        .with("description", task.description())
        .with("assignee", task.people().assignee())
        .with("owner", task.people().owner())
        .with("delegation_state", task.people().delegationState())
        .with("due_at", task.times().dueAt())
        .with("follow_up_at", task.times().followUpAt())
        .with("priority", task.priority())
        .with("form_key", constant(model.formKey()))
        .with("created_at", task.times().createdAt())
        .with("updated_at", task.times().updatedAt())
        .with("business_key", instance.execution().businessKey());
  }

  private static TargetRow at(TargetRow row, TokenPlace place) {
    return row.with("activity_instance_id", place.id())
        .with("activity_id", place.node().id())
        .with("scope_ids", place.scopeIds());
  }

  // The source evaluates it whenever it is asked for, the target once; nobody evaluates here.
  private static String constant(Expression expression) {
    String text = expression == null ? null : expression.text();
    return text == null || text.contains("${") || text.contains("#{") ? null : text;
  }

  private static TargetRow link(SourceIdentityLink link) {
    return TargetRow.of(TargetTable.IDENTITY_LINK)
        .with("id", link.id())
        .with("user_task_id", link.taskId())
        .with("user_id", link.userId())
        .with("group_id", link.groupId())
        .with("type", link.type());
  }
}
