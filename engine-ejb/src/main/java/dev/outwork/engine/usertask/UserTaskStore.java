package dev.outwork.engine.usertask;

import dev.outwork.api.task.TaskDetails;
import dev.outwork.engine.database.Portions;
import dev.outwork.engine.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** User tasks in the database. */
@ApplicationScoped
public class UserTaskStore {
  private static final List<String> INSERTED =
      List.of(
          "id",
          "state",
          "name",
          "description",
          "assignee",
          "dueAt",
          "followUpAt",
          "priority",
          "formKey",
          "createdAt",
          "processInstanceId",
          "activityInstanceId",
          "activityId",
          "scopeIds",
          "processDefinitionId",
          "definitionKey",
          "businessKey",
          "tenantId");

  private static final String INSERT =
      """
      insert into user_task (id, state, name, description, assignee, due_at, follow_up_at, priority, form_key,
                             created_at, process_instance_id, activity_instance_id, activity_id, scope_ids,
                             process_definition_id, definition_key, business_key, tenant_id)
      values <rows>
      """;

  private static final String OPEN =
      """
      select t.id,
             t.state,
             t.name,
             t.description,
             t.assignee,
             t.owner,
             t.delegation_state,
             t.due_at,
             t.follow_up_at,
             t.priority,
             t.form_key,
             t.created_at,
             t.process_instance_id,
             t.activity_instance_id,
             t.activity_id,
             t.scope_ids,
             t.process_definition_id,
             t.definition_key,
             t.business_key,
             t.tenant_id
        from user_task t
       where t.id = :id
         and t.ended_at is null
      """;

  private static final String HOLD = OPEN + "   for update";

  private static final String SAVE =
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
      """;

  private static final String TOUCH =
      """
      update user_task
         set updated_at = :now
       where id = :id
      """;

  private static final String END =
      """
      update user_task
         set state = :state,
             ended_at = :now
       where id = :id
      """;

  private static final String DELETE_OF =
      """
      update user_task
         set state = 'DELETED',
             ended_at = :now
       where process_instance_id = :processInstanceId
         and activity_instance_id in (<activityInstanceIds>)
         and ended_at is null
      """;

  private static final String SET_STATE =
      """
      update user_task
         set state = :state
       where process_instance_id in (<processInstanceIds>)
         and ended_at is null
      """;

  private static final String FORGET =
      """
      delete from user_task
       where process_instance_id in (<processInstanceIds>)
      """;

  private final Sql sql;

  /** Required for the container's proxy. */
  protected UserTaskStore() {
    this(null);
  }

  @Inject
  UserTaskStore(Sql sql) {
    this.sql = sql;
  }

  void insert(List<UserTaskRow> tasks) {
    sql.tell(
        handle ->
            Portions.of(tasks)
                .forEach(
                    some ->
                        handle
                            .createUpdate(INSERT)
                            .bindMethodsList("rows", some, INSERTED)
                            .execute()));
  }

  /** An open task. */
  Optional<UserTaskRow> find(String id) {
    return task(OPEN, id);
  }

  /** Locks an open task alone, for commands that move no token. */
  Optional<UserTaskRow> hold(String id) {
    return task(HOLD, id);
  }

  private Optional<UserTaskRow> task(String statement, String id) {
    return sql.ask(
        handle ->
            handle
                .createQuery(statement)
                .bind("id", id)
                .map(ConstructorMapper.of(UserTaskRow.class))
                .findOne());
  }

  void save(String id, TaskDetails details, Instant now) {
    sql.tell(
        handle ->
            handle
                .createUpdate(SAVE)
                .bind("id", id)
                .bindMethods(details)
                .bind("now", now)
                .execute());
  }

  /** Records that something that belongs to the task has changed. */
  void touch(String id, Instant now) {
    sql.tell(handle -> handle.createUpdate(TOUCH).bind("id", id).bind("now", now).execute());
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
    sql.tell(
        handle ->
            handle
                .createUpdate(END)
                .bind("id", id)
                .bind("state", state)
                .bind("now", now)
                .execute());
  }

  /** Ends the open tasks of these activities. */
  void deleteOf(String processInstanceId, Collection<String> activityInstanceIds, Instant now) {
    sql.tell(
        handle ->
            Portions.of(List.copyOf(activityInstanceIds))
                .forEach(
                    some ->
                        handle
                            .createUpdate(DELETE_OF)
                            .bind("processInstanceId", processInstanceId)
                            .bindList("activityInstanceIds", some)
                            .bind("now", now)
                            .execute()));
  }

  /** Suspends or activates the open tasks of these instances. */
  void setState(List<String> processInstanceIds, UserTaskState state) {
    sql.tell(
        handle ->
            handle
                .createUpdate(SET_STATE)
                .bindList("processInstanceIds", processInstanceIds)
                .bind("state", state)
                .execute());
  }

  /** Deletes the tasks of instances that are deleted permanently. */
  void forget(List<String> processInstanceIds) {
    sql.tell(
        handle ->
            handle
                .createUpdate(FORGET)
                .bindList("processInstanceIds", processInstanceIds)
                .execute());
  }
}
