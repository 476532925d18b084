package dev.outwork.engine.externaltask;

import dev.outwork.engine.database.Insert;
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
 * External tasks in the database: opening, holding, changing and taking them away. {@link Claim}
 * fetches.
 */
@ApplicationScoped
public class ExternalTaskStore {
  /**
   * What is read of a task; details of failures may be long and are read only where they are asked
   * for.
   */
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

  /** For the container's proxy. */
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

  /** Takes hold of a task alone: for what moves no token. */
  Optional<TaskRow> hold(String id) {
    return sql.row(HOLD, ExternalTaskStore::task, id);
  }

  void delete(List<String> ids, Writes writes) {
    writes.change(DELETE, ids);
  }

  /** Takes away the tasks of these activities and tells which they were. */
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

  /** Forgets the tasks of instances that go for good. */
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

  /** A row of {@link #COLUMNS} and the details of the latest failure. */
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
