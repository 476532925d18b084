package dev.outwork.engine.externaltask;

import dev.outwork.engine.database.Dialect;
import dev.outwork.engine.database.Insert;
import dev.outwork.engine.database.Question;
import dev.outwork.engine.database.Row;
import dev.outwork.engine.database.Sql;
import dev.outwork.engine.database.Statement;
import dev.outwork.engine.database.Writes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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
      Insert.<TaskRow>into("external_task")
          .column("id", TaskRow::id)
          .column("topic_name", TaskRow::topicName)
          .column("state", TaskRow::state)
          .column("priority", TaskRow::priority)
          .column("created_at", TaskRow::createdAt)
          .column("process_instance_id", TaskRow::processInstanceId)
          .column("activity_instance_id", TaskRow::activityInstanceId)
          .column("activity_id", TaskRow::activityId)
          .column("scope_ids", TaskRow::scopeIds)
          .column("process_definition_id", TaskRow::processDefinitionId)
          .column("definition_key", TaskRow::definitionKey)
          .column("version_tag", TaskRow::versionTag)
          .column("business_key", TaskRow::businessKey)
          .column("tenant_id", TaskRow::tenantId);

  // Both rows at once, first that of the root of the instance's tree of calls.
  private static final Statement HOLD_WITH_INSTANCE =
      Statement.of(
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
           where t.id = :id
             for update of r, t
          """
              .formatted(COLUMNS));

  // H2 cannot lock the rows of a join.
  private static final Statement HOLD_INSTANCE_ON_H2 =
      Statement.of(
          """
          select r.id
            from process_instance r
           where r.id = (select i.root_id
                           from external_task t
                           join process_instance i
                             on i.id = t.process_instance_id
                          where t.id = :id)
             for update
          """);

  private static final Statement INSTANCE_ON_H2 =
      Statement.of(
          """
          select %s,
                 i.root_id,
                 i.super_id,
                 i.super_activity_id
            from external_task t
            join process_instance i
              on i.id = t.process_instance_id
           where t.id = :id
          """
              .formatted(COLUMNS));

  private static final Statement HOLD =
      Statement.of(
          """
          select %s
            from external_task t
           where t.id = :id
             for update
          """
              .formatted(COLUMNS));

  private static final Statement DELETE =
      Statement.of(
          """
          delete from external_task
           where id in (:ids)
          """);

  private static final Statement OF_ACTIVITIES =
      Statement.of(
          """
          select %s
            from external_task t
           where t.process_instance_id = :processInstanceId
             and t.activity_instance_id in (:activityInstanceIds)
           order by t.id
             for update
          """
              .formatted(COLUMNS));

  private static final Statement ERROR_DETAILS =
      Statement.of(
          """
          select t.error_details
            from external_task t
           where t.id = :id
          """);

  private static final Statement FORGET =
      Statement.of(
          """
          delete from external_task
           where process_instance_id in (:ids)
          """);

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

  /** Takes hold of a task and of its instance. */
  Optional<HeldTask> holdWithInstance(String id) {
    if (sql.dialect() == Dialect.POSTGRESQL) {
      return sql.row(HOLD_WITH_INSTANCE.with("id", id), ExternalTaskStore::heldTask);
    }
    sql.row(HOLD_INSTANCE_ON_H2.with("id", id), row -> row.text("id"));
    return hold(id)
        .flatMap(task -> sql.row(INSTANCE_ON_H2.with("id", id), ExternalTaskStore::heldTask));
  }

  /** The same as a question, for PostgreSQL. */
  static Question<HeldTask> holdingWithInstance(String id) {
    return new Question<>(HOLD_WITH_INSTANCE.with("id", id), ExternalTaskStore::heldTask);
  }

  private static HeldTask heldTask(Row row) {
    return new HeldTask(
        task(row), row.text("root_id"), row.text("super_id"), row.text("super_activity_id"));
  }

  /** Takes hold of a task alone: for what moves no token. */
  Optional<TaskRow> hold(String id) {
    return sql.row(HOLD.with("id", id), ExternalTaskStore::task);
  }

  void delete(List<String> ids, Writes writes) {
    writes.change(DELETE, ids);
  }

  /** Takes away the tasks of these activities and tells which they were. */
  List<TaskRow> deleteOf(String processInstanceId, Collection<String> activityInstanceIds) {
    if (activityInstanceIds.isEmpty()) {
      return List.of();
    }
    List<TaskRow> tasks =
        sql.rows(
            OF_ACTIVITIES
                .with("processInstanceId", processInstanceId)
                .with("activityInstanceIds", activityInstanceIds),
            ExternalTaskStore::task);
    sql.updateOf(DELETE, tasks.stream().map(TaskRow::id).toList());
    return tasks;
  }

  /** Forgets the tasks of instances that go for good. */
  void forget(List<String> processInstanceIds) {
    sql.updateOf(FORGET, processInstanceIds);
  }

  Optional<String> errorDetails(String id) {
    return sql.text(ERROR_DETAILS.with("id", id));
  }

  /** A row of {@link #COLUMNS}. */
  static TaskRow task(Row row) {
    return task(row, null);
  }

  /** A row of {@link #COLUMNS} and the details of the latest failure. */
  static TaskRow taskWithDetails(Row row) {
    return task(row, row.text("error_details"));
  }

  private static TaskRow task(Row row, String errorDetails) {
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
