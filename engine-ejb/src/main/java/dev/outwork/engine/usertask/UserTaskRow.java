package dev.outwork.engine.usertask;

import dev.outwork.api.task.DelegationState;
import dev.outwork.api.task.TaskDetails;
import dev.outwork.engine.database.Ids;
import dev.outwork.engine.database.Insert;
import dev.outwork.engine.database.Row;
import dev.outwork.engine.instance.OfProcess;
import dev.outwork.engine.token.Instance;
import dev.outwork.engine.token.UserTaskOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * An open user task in the database. What a column is called, how it is inserted and how it is read
 * stands here.
 *
 * @param details what users can change
 * @param formKey may be null
 * @param businessKey may be null
 */
public record UserTaskRow(
    String id,
    UserTaskState state,
    TaskDetails details,
    String formKey,
    AtActivity atActivity,
    OfProcess process,
    String businessKey,
    Instant createdAt) {

  /** A new task has neither an owner nor a delegation state. */
  static final Insert<UserTaskRow> INSERT =
      Insert.<UserTaskRow>into("user_task")
          .column("id", UserTaskRow::id)
          .column("state", UserTaskRow::state)
          .column("name", task -> task.details.name())
          .column("description", task -> task.details.description())
          .column("assignee", UserTaskRow::assignee)
          .column("due_at", task -> task.details.due())
          .column("follow_up_at", task -> task.details.followUp())
          .column("priority", task -> task.details.priority())
          .column("form_key", UserTaskRow::formKey)
          .column("created_at", UserTaskRow::createdAt)
          .column("process_instance_id", UserTaskRow::processInstanceId)
          .column("activity_instance_id", UserTaskRow::activityInstanceId)
          .column("activity_id", UserTaskRow::activityId)
          .column("scope_ids", task -> task.atActivity.scopeIds)
          .column("process_definition_id", UserTaskRow::processDefinitionId)
          .column("definition_key", task -> task.process.definitionKey())
          .column("business_key", UserTaskRow::businessKey)
          .column("tenant_id", task -> task.process.tenantId());

  static final String COLUMNS = INSERT.columns("t") + ", t.owner, t.delegation_state";

  /**
   * The activity that waits for it.
   *
   * @param scopeIds where its variables are looked up, innermost first, separated by spaces
   */
  record AtActivity(String activityInstanceId, String activityId, String scopeIds) {
    private static AtActivity read(Row row) {
      return new AtActivity(
          row.text("activity_instance_id"), row.text("activity_id"), row.text("scope_ids"));
    }
  }

  /** A task that nobody has worked on yet. */
  static UserTaskRow begun(Instance instance, UserTaskOrder order, Instant now) {
    return new UserTaskRow(
        Ids.next(),
        instance.suspended() ? UserTaskState.SUSPENDED : UserTaskState.OPEN,
        new TaskDetails(
            order.name(),
            order.description(),
            order.assignee(),
            null,
            null,
            order.dueAt(),
            order.followUpAt(),
            order.priority()),
        order.formKey(),
        new AtActivity(
            order.activityInstanceId(), order.activityId(), String.join(" ", order.scopeIds())),
        OfProcess.of(instance),
        instance.businessKey(),
        now);
  }

  /** A row of {@link #COLUMNS}. */
  static UserTaskRow read(Row row) {
    return new UserTaskRow(
        row.text("id"),
        row.constant("state", UserTaskState.class),
        new TaskDetails(
            row.text("name"),
            row.text("description"),
            row.text("assignee"),
            row.text("owner"),
            row.constant("delegation_state", DelegationState.class),
            row.instant("due_at"),
            row.instant("follow_up_at"),
            row.integer("priority")),
        row.text("form_key"),
        AtActivity.read(row),
        OfProcess.read(row),
        row.text("business_key"),
        row.instant("created_at"));
  }

  boolean isSuspended() {
    return state == UserTaskState.SUSPENDED;
  }

  /** The variable scopes around the task, innermost first, starting with its activity. */
  public List<String> scopes() {
    return List.of(atActivity.scopeIds.split(" "));
  }

  /** The same scopes, preceded by the task's own. */
  public List<String> scopesWithOwn() {
    List<String> scopes = new ArrayList<>(scopes());
    scopes.add(0, id);
    return scopes;
  }

  String assignee() {
    return details.assignee();
  }

  String owner() {
    return details.owner();
  }

  DelegationState delegationState() {
    return details.delegationState();
  }

  public String processInstanceId() {
    return process.processInstanceId();
  }

  public String processDefinitionId() {
    return process.processDefinitionId();
  }

  String definitionKey() {
    return process.definitionKey();
  }

  public String activityInstanceId() {
    return atActivity.activityInstanceId;
  }

  public String activityId() {
    return atActivity.activityId;
  }
}
