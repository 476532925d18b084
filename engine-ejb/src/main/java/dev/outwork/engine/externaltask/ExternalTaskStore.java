package dev.outwork.engine.externaltask;

import dev.outwork.engine.database.Sql;
import dev.outwork.engine.database.Statement;
import dev.outwork.engine.database.Writes;
import dev.outwork.engine.inject.Collaborator;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * External tasks in the database: creates, locks, changes and deletes them. {@link Claim} fetches.
 */
@Collaborator
@Dependent
public class ExternalTaskStore {
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

  // Tasks are not indexed by their instance, because each claim would write that entry anew; the
  // lines of their log are, of which each task has one.
  private static final Statement OF_ACTIVITIES =
      Statement.of(
          """
          select %s
            from external_task t
           where t.process_instance_id = :processInstanceId
             and t.id in (select l.external_task_id
                            from external_task_log l
                           where l.process_instance_id = :processInstanceId)
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
             and id in (select l.external_task_id
                          from external_task_log l
                         where l.process_instance_id in (:ids))
          """);

  private final Sql sql;

  @Inject
  ExternalTaskStore(Sql sql) {
    this.sql = sql;
  }

  void insert(List<TaskRow> tasks, Writes writes) {
    writes.insert(TaskRow.INSERT, tasks);
  }

  /** Locks a task alone, for commands that move no token. */
  Optional<TaskRow> hold(String id) {
    return sql.row(HOLD.with("id", id), TaskRow::read);
  }

  void delete(List<String> ids, Writes writes) {
    writes.change(DELETE, ids);
  }

  /** Deletes the tasks of these activities and returns them. */
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

  /** Deletes the tasks of instances that are deleted permanently. */
  void forget(List<String> processInstanceIds) {
    sql.updateOf(FORGET, processInstanceIds);
  }

  Optional<String> errorDetails(String id) {
    return sql.text(ERROR_DETAILS.with("id", id));
  }
}
