package dev.outwork.engine.externaltask;

import dev.outwork.engine.database.Row;
import dev.outwork.engine.database.Sql;
import dev.outwork.engine.database.Statement;
import dev.outwork.engine.inject.Collaborator;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Moves external tasks between {@link TaskState}s, and changes their priority. */
@Collaborator
@Dependent
public class TaskStateStore {
  // By the lines of their log, as ExternalTaskStore finds them.
  private static final String OF_INSTANCES =
      """
      t.process_instance_id in (:processInstanceIds)
             and t.id in (select l.external_task_id
                            from external_task_log l
                           where l.process_instance_id in (:processInstanceIds))""";

  private static final Statement SET_LOCK =
      Statement.of(
          """
          update external_task
             set worker_id = :workerId,
                 locked_by = :lockedBy,
                 locked_until = :lockedUntil,
                 state = :state
           where id = :id
          """);

  // Details of an earlier failure stay unless there are new ones.
  private static final Statement FAIL =
      Statement.of(
          """
          update external_task
             set error_message = :errorMessage,
                 error_details = coalesce(:errorDetails, error_details),
                 retries = :retries,
                 locked_until = :lockedUntil,
                 state = :state
           where id = :id
          """);

  private static final Statement SET_RETRIES =
      Statement.of(
          """
          update external_task
             set retries = :retries,
                 state = :state
           where id = :id
          """);

  private static final Statement SET_PRIORITY =
      Statement.of(
          """
          update external_task
             set priority = :priority
           where id = :id
          """);

  private static final Statement SUSPEND =
      Statement.of(
          """
          update external_task t
             set state = 'SUSPENDED'
           where %s
          """
              .formatted(OF_INSTANCES));

  private static final Statement ACTIVATE =
      Statement.of(
          """
          update external_task t
             set state = case when retries = 0 then 'EXHAUSTED'
                              when locked_until > :now then 'LOCKED'
                              else 'OPEN'
                         end
           where %s
          """
              .formatted(OF_INSTANCES));

  private static final Statement OPEN_TOPICS_OF_INSTANCES =
      Statement.of(
          """
          select distinct t.topic_name
            from external_task t
           where %s
             and t.state = 'OPEN'
             and t.topic_name is not null
          """
              .formatted(OF_INSTANCES));

  private static final Statement EXPIRED =
      Statement.of(
          """
          select t.id, t.topic_name, t.worker_id, t.error_message, t.process_instance_id
            from external_task t
           where t.state = 'LOCKED'
             and t.locked_until between :from and :now
           limit :most
             for update skip locked
          """);

  private static final Statement RECLAIM =
      Statement.of(
          """
          update external_task
             set state = 'OPEN',
                 was_lost = case when traceparent is not null then true end
           where id in (:ids)
          """);

  private final Sql sql;

  /** A task whose lock has expired. */
  record Expired(LostTask task, boolean hasFailed) {
    static Expired read(Row row) {
      return new Expired(
          new LostTask(
              row.text("id"),
              row.text("topic_name"),
              row.text("process_instance_id"),
              row.text("worker_id")),
          row.text("error_message") != null);
    }

    String id() {
      return task.id();
    }
  }

  /** The reclaimed locks. */
  record Reclaimed(List<Expired> tasks) {
    int count() {
      return tasks.size();
    }

    /** The topics of their tasks. */
    Set<String> topics() {
      return tasks.stream()
          .map(expired -> expired.task().topicName())
          .filter(Objects::nonNull)
          .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Those that a worker has lost. Of a task that has failed before, nobody knows whether its
     * worker is lost or the delay before its retry is over.
     */
    List<LostTask> lost() {
      return tasks.stream().filter(expired -> !expired.hasFailed()).map(Expired::task).toList();
    }
  }

  @Inject
  TaskStateStore(Sql sql) {
    this.sql = sql;
  }

  void setLock(String id, TaskRow.Lock lock, TaskState state) {
    sql.update(
        SET_LOCK
            .with("id", id)
            .with("workerId", lock.workerId())
            .with("lockedBy", lock.user())
            .with("lockedUntil", lock.until())
            .with("state", state));
  }

  void fail(
      String id,
      String errorMessage,
      String errorDetails,
      int retries,
      Instant lockedUntil,
      TaskState state) {
    sql.update(
        FAIL.with("id", id)
            .with("errorMessage", errorMessage)
            .with("errorDetails", errorDetails)
            .with("retries", retries)
            .with("lockedUntil", lockedUntil)
            .with("state", state));
  }

  void setRetries(String id, int retries, TaskState state) {
    sql.update(SET_RETRIES.with("id", id).with("retries", retries).with("state", state));
  }

  void setPriority(String id, long priority) {
    sql.update(SET_PRIORITY.with("id", id).with("priority", priority));
  }

  void suspend(List<String> processInstanceIds) {
    sql.update(SUSPEND.with("processInstanceIds", processInstanceIds));
  }

  /** Returns the topics that now have fetchable tasks. */
  Set<String> activate(List<String> processInstanceIds, Instant now) {
    sql.update(ACTIVATE.with("processInstanceIds", processInstanceIds).with("now", now));
    return Set.copyOf(
        sql.texts(OPEN_TOPICS_OF_INSTANCES.with("processInstanceIds", processInstanceIds)));
  }

  /**
   * Makes at most {@code most} tasks with expired locks fetchable again.
   *
   * @param from locks that expired before are not searched
   * @return their tasks
   */
  Reclaimed reclaim(Instant from, Instant now, int most) {
    List<Expired> expired =
        sql.rows(EXPIRED.with("from", from).with("now", now).with("most", most), Expired::read);
    if (!expired.isEmpty()) {
      sql.update(RECLAIM.with("ids", expired.stream().map(Expired::id).toList()));
    }
    return new Reclaimed(expired);
  }
}
