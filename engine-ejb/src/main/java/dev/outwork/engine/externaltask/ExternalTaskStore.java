package dev.outwork.engine.externaltask;

import dev.outwork.engine.database.Dialect;
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
              .formatted(TaskRow.COLUMNS));

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
              .formatted(TaskRow.COLUMNS));

  private static final Statement HOLD =
      Statement.of(
          """
          select %s
            from external_task t
           where t.id = :id
             for update
          """
              .formatted(TaskRow.COLUMNS));

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
              .formatted(TaskRow.COLUMNS));

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
    writes.insert(TaskRow.INSERT, tasks);
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
        TaskRow.read(row),
        row.text("root_id"),
        row.text("super_id"),
        row.text("super_activity_id"));
  }

  /** Takes hold of a task alone: for what moves no token. */
  Optional<TaskRow> hold(String id) {
    return sql.row(HOLD.with("id", id), TaskRow::read);
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
            TaskRow::read);
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
}
