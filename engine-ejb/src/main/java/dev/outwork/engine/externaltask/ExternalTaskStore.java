package dev.outwork.engine.externaltask;

import dev.outwork.engine.database.Dialect;
import dev.outwork.engine.database.Insert;
import dev.outwork.engine.database.Question;
import dev.outwork.engine.database.Row;
import dev.outwork.engine.database.Sql;
import dev.outwork.engine.database.Writes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * External tasks in the database: creates, locks, changes and deletes them. {@link Claim} fetches.
 */
@ApplicationScoped
public class ExternalTaskStore {
  /** The columns of a task. Error details may be long and are read only on demand. */
  static final String COLUMNS =
      """
      t.id,
             t.topic_name,
             t.state,
             t.priority,
             t.created_at,
             t.worker_id,
             t.locked_until,
             t.retries,
             t.error_message,
             t.process_instance_id,
             t.activity_instance_id,
             t.activity_id,
             t.scope_ids,
             t.process_definition_id,
             t.definition_key,
             t.version_tag,
             t.business_key,
             t.tenant_id""";

  private static final Insert<TaskRow> INSERT =
      new Insert<>(
          """
          insert into external_task (id, topic_name, state, priority, created_at, process_instance_id,
                                     activity_instance_id, activity_id, scope_ids, process_definition_id, definition_key,
                                     version_tag, business_key, tenant_id)
          values <rows>
          """,
          task ->
              Arrays.asList(
                  task.id(),
                  task.topicName(),
                  task.state().name(),
                  task.priority(),
                  task.createdAt(),
                  task.processInstanceId(),
                  task.activityInstanceId(),
                  task.activityId(),
                  task.scopeIds(),
                  task.processDefinitionId(),
                  task.definitionKey(),
                  task.versionTag(),
                  task.businessKey(),
                  task.tenantId()));

  // Locks both rows at once, first that of the root process instance.
  private static final String HOLD_WITH_INSTANCE =
      """
      select %s,
             i.root_id,
             i.super_id,
             i.super_activity_id
        from external_task t
        join process_instance i
          on i.id = t.process_instance_id
        join process_instance r
          on r.id = i.root_id
       where t.id = ?
         for update of r, t
      """
          .formatted(COLUMNS);

  // H2 cannot lock the rows of a join.
  private static final String HOLD_INSTANCE_ON_H2 =
      """
      select r.id
        from process_instance r
       where r.id = (select i.root_id
                       from external_task t
                       join process_instance i
                         on i.id = t.process_instance_id
                      where t.id = ?)
         for update
      """;

  private static final String INSTANCE_ON_H2 =
      """
      select %s,
             i.root_id,
             i.super_id,
             i.super_activity_id
        from external_task t
        join process_instance i
          on i.id = t.process_instance_id
       where t.id = ?
      """
          .formatted(COLUMNS);

  private static final String HOLD =
      """
      select %s
        from external_task t
       where t.id = ?
         for update
      """
          .formatted(COLUMNS);

  private static final String DELETE =
      """
      delete from external_task
       where id in (<ids>)
      """;

  private static final String OF_ACTIVITIES =
      """
      select %s
        from external_task t
       where t.process_instance_id = :processInstanceId
         and t.activity_instance_id in (<activityInstanceIds>)
       order by t.id
         for update
      """
          .formatted(COLUMNS);

  private static final String ERROR_DETAILS =
      """
      select t.error_details
        from external_task t
       where t.id = :id
      """;

  private final Sql sql;

  /** Required for the container's proxy. */
  protected ExternalTaskStore() {
    this(null);
  }

  @Inject
  ExternalTaskStore(Sql sql) {
    this.sql = sql;
  }

  void insert(List<TaskRow> tasks, Writes writes) {
    writes.insert(INSERT, tasks);
  }

  /** Locks a task and its instance. */
  Optional<HeldTask> holdWithInstance(String id) {
    if (sql.dialect() == Dialect.POSTGRESQL) {
      return sql.row(HOLD_WITH_INSTANCE, ExternalTaskStore::heldTask, id);
    }
    sql.row(HOLD_INSTANCE_ON_H2, row -> row.text("id"), id);
    return hold(id).flatMap(task -> sql.row(INSTANCE_ON_H2, ExternalTaskStore::heldTask, id));
  }

  /** As {@link #holdWithInstance}, as a query for PostgreSQL. */
  static Question<HeldTask> holdingWithInstance(String id) {
    return new Question<>(HOLD_WITH_INSTANCE, ExternalTaskStore::heldTask, id);
  }

  private static HeldTask heldTask(Row row) throws SQLException {
    return new HeldTask(
        task(row), row.text("root_id"), row.text("super_id"), row.text("super_activity_id"));
  }

  /** Locks a task alone, for commands that move no token. */
  Optional<TaskRow> hold(String id) {
    return sql.row(HOLD, ExternalTaskStore::task, id);
  }

  void delete(List<String> ids, Writes writes) {
    writes.change(DELETE, ids);
  }

  /** Deletes the tasks of these activities and returns them. */
  List<TaskRow> deleteOf(String processInstanceId, Collection<String> activityInstanceIds) {
    if (activityInstanceIds.isEmpty()) {
      return List.of();
    }
    return sql.ask(
        handle -> {
          List<TaskRow> tasks =
              handle
                  .createQuery(OF_ACTIVITIES)
                  .bind("processInstanceId", processInstanceId)
                  .bindList("activityInstanceIds", List.copyOf(activityInstanceIds))
                  .map((row, context) -> Row.read(row, ExternalTaskStore::task))
                  .list();
          if (!tasks.isEmpty()) {
            handle
                .createUpdate(DELETE)
                .bindList("ids", tasks.stream().map(TaskRow::id).toList())
                .execute();
          }
          return tasks;
        });
  }

  /** Deletes the tasks of instances that are deleted permanently. */
  void forget(List<String> processInstanceIds) {
    sql.tell(
        handle ->
            handle
                .createUpdate("delete from external_task where process_instance_id in (<ids>)")
                .bindList("ids", processInstanceIds)
                .execute());
  }

  Optional<String> errorDetails(String id) {
    return sql.ask(
        handle -> handle.createQuery(ERROR_DETAILS).bind("id", id).mapTo(String.class).findOne());
  }

  /** A row of {@link #COLUMNS}. */
  static TaskRow task(Row row) throws SQLException {
    return task(row, null);
  }

  /** A row of {@link #COLUMNS} and the details of the last failure. */
  static TaskRow taskWithDetails(Row row) throws SQLException {
    return task(row, row.text("error_details"));
  }

  private static TaskRow task(Row row, String errorDetails) throws SQLException {
    return new TaskRow(
        row.text("id"),
        row.text("topic_name"),
        TaskState.valueOf(row.text("state")),
        row.number("priority"),
        row.instant("created_at"),
        row.text("worker_id"),
        row.instant("locked_until"),
        row.integer("retries"),
        row.text("error_message"),
        errorDetails,
        row.text("process_instance_id"),
        row.text("activity_instance_id"),
        row.text("activity_id"),
        row.text("scope_ids"),
        row.text("process_definition_id"),
        row.text("definition_key"),
        row.text("version_tag"),
        row.text("business_key"),
        row.text("tenant_id"));
  }
}
