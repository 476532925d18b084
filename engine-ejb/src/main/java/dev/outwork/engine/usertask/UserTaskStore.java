package dev.outwork.engine.usertask;

import dev.outwork.api.task.TaskDetails;
import dev.outwork.engine.database.Insert;
import dev.outwork.engine.database.Sql;
import dev.outwork.engine.database.Statement;
import dev.outwork.engine.inject.Collaborator;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** User tasks in the database. */
@Collaborator
public class UserTaskStore {
  private static final Insert<UserTaskRow> INSERT =
      Insert.<UserTaskRow>into("user_task")
          .column("id", UserTaskRow::id)
          .column("state", UserTaskRow::state)
          .column("name", UserTaskRow::name)
          .column("description", UserTaskRow::description)
          .column("assignee", UserTaskRow::assignee)
          .column("due_at", UserTaskRow::dueAt)
          .column("follow_up_at", UserTaskRow::followUpAt)
          .column("priority", UserTaskRow::priority)
          .column("form_key", UserTaskRow::formKey)
          .column("created_at", UserTaskRow::createdAt)
          .column("process_instance_id", UserTaskRow::processInstanceId)
          .column("activity_instance_id", UserTaskRow::activityInstanceId)
          .column("activity_id", UserTaskRow::activityId)
          .column("scope_ids", UserTaskRow::scopeIds)
          .column("process_definition_id", UserTaskRow::processDefinitionId)
          .column("definition_key", UserTaskRow::definitionKey)
          .column("business_key", UserTaskRow::businessKey)
          .column("tenant_id", UserTaskRow::tenantId);

  private static final String ROW =
      """
      select %s, t.owner, t.delegation_state
        from user_task t
       where t.id = :id
         and t.ended_at is null
      """
          .formatted(INSERT.columns("t"));

  private static final Statement OPEN = Statement.of(ROW);

  private static final Statement HOLD = Statement.of(ROW + "   for update");

  private static final Statement SAVE =
      Statement.of(
          """
          update user_task
             set name = :name,
                 description = :description,
                 assignee = :assignee,
                 owner = :owner,
                 delegation_state = :delegationState,
                 due_at = :due,
                 follow_up_at = :followUp,
                 priority = :priority,
                 updated_at = :now
           where id = :id
          """);

  private static final Statement TOUCH =
      Statement.of(
          """
          update user_task
             set updated_at = :now
           where id = :id
          """);

  private static final Statement END =
      Statement.of(
          """
          update user_task
             set state = :state,
                 ended_at = :now
           where id = :id
          """);

  private static final Statement DELETE_OF =
      Statement.of(
          """
          update user_task
             set state = 'DELETED',
                 ended_at = :now
           where process_instance_id = :processInstanceId
             and activity_instance_id in (:ids)
             and ended_at is null
          """);

  private static final Statement SET_STATE =
      Statement.of(
          """
          update user_task
             set state = :state
           where process_instance_id in (:processInstanceIds)
             and ended_at is null
          """);

  private static final Statement FORGET =
      Statement.of(
          """
          delete from user_task
           where process_instance_id in (:processInstanceIds)
          """);

  private final Sql sql;

  @Inject
  UserTaskStore(Sql sql) {
    this.sql = sql;
  }

  void insert(List<UserTaskRow> tasks) {
    sql.insert(INSERT, tasks);
  }

  /** An open task. */
  Optional<UserTaskRow> find(String id) {
    return task(OPEN, id);
  }

  /** Locks an open task alone, for commands that move no token. */
  Optional<UserTaskRow> hold(String id) {
    return task(HOLD, id);
  }

  private Optional<UserTaskRow> task(Statement statement, String id) {
    return sql.row(statement.with("id", id), UserTaskRow::read);
  }

  void save(String id, TaskDetails details, Instant now) {
    sql.update(
        SAVE.with("id", id)
            .with("name", details.name())
            .with("description", details.description())
            .with("assignee", details.assignee())
            .with("owner", details.owner())
            .with("delegationState", details.delegationState())
            .with("due", details.due())
            .with("followUp", details.followUp())
            .with("priority", details.priority())
            .with("now", now));
  }

  /** Records that something that belongs to the task has changed. */
  void touch(String id, Instant now) {
    sql.update(TOUCH.with("id", id).with("now", now));
  }

  /** Ends a completed task. */
  void complete(String id, Instant now) {
    end(id, UserTaskState.COMPLETED, now);
  }

  /** Ends a cancelled task. */
  void delete(String id, Instant now) {
    end(id, UserTaskState.DELETED, now);
  }

  private void end(String id, UserTaskState state, Instant now) {
    sql.update(END.with("id", id).with("state", state).with("now", now));
  }

  /** Ends the open tasks of these activities. */
  void deleteOf(String processInstanceId, Collection<String> activityInstanceIds, Instant now) {
    sql.updateOf(
        DELETE_OF.with("processInstanceId", processInstanceId).with("now", now),
        activityInstanceIds);
  }

  /** Suspends or activates the open tasks of these instances. */
  void setState(List<String> processInstanceIds, UserTaskState state) {
    sql.update(SET_STATE.with("processInstanceIds", processInstanceIds).with("state", state));
  }

  /** Deletes the tasks of instances that are deleted permanently. */
  void forget(List<String> processInstanceIds) {
    sql.update(FORGET.with("processInstanceIds", processInstanceIds));
  }
}
