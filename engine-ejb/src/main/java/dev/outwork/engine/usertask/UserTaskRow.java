package dev.outwork.engine.usertask;

import dev.outwork.api.task.DelegationState;
import dev.outwork.api.task.TaskDetails;
import dev.outwork.engine.database.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** An open user task in the database. */
public record UserTaskRow(
    String id,
    UserTaskState state,
    String name,
    String description,
    String assignee,
    String owner,
    DelegationState delegationState,
    Instant dueAt,
    Instant followUpAt,
    int priority,
    String formKey,
    Instant createdAt,
    String processInstanceId,
    String activityInstanceId,
    String activityId,
    String scopeIds,
    String processDefinitionId,
    String definitionKey,
    String businessKey,
    String tenantId) {

  static UserTaskRow read(Row row) {
    return new UserTaskRow(
        row.text("id"),
        row.constant("state", UserTaskState.class),
        row.text("name"),
        row.text("description"),
        row.text("assignee"),
        row.text("owner"),
        row.constant("delegation_state", DelegationState.class),
        row.instant("due_at"),
        row.instant("follow_up_at"),
        row.integer("priority"),
        row.text("form_key"),
        row.instant("created_at"),
        row.text("process_instance_id"),
        row.text("activity_instance_id"),
        row.text("activity_id"),
        row.text("scope_ids"),
        row.text("process_definition_id"),
        row.text("definition_key"),
        row.text("business_key"),
        row.text("tenant_id"));
  }

  boolean isSuspended() {
    return state == UserTaskState.SUSPENDED;
  }

  /** The attributes that users can change. */
  TaskDetails details() {
    return new TaskDetails(
        name, description, assignee, owner, delegationState, dueAt, followUpAt, priority);
  }

  /** The variable scopes around the task, innermost first, starting with its activity. */
  public List<String> scopes() {
    return List.of(scopeIds.split(" "));
  }

  /** The same scopes, preceded by the task's own. */
  public List<String> scopesWithOwn() {
    List<String> scopes = new ArrayList<>(scopes());
    scopes.add(0, id);
    return scopes;
  }
}
