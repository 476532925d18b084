package dev.outwork.engine.job;

import dev.outwork.engine.bpmn.Schedule;
import dev.outwork.engine.database.Insert;
import dev.outwork.engine.database.Row;
import dev.outwork.engine.database.Sql;
import dev.outwork.engine.database.Statement;
import dev.outwork.engine.inject.Collaborator;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Jobs in the database, for their execution. {@link JobStateStore} changes them. */
@Collaborator
public class JobStore {
  private static final Insert<JobRow> INSERT =
      Insert.<JobRow>into("job")
          .column("id", JobRow::id)
          .column("type", JobRow::type)
          .column("execution_id", JobRow::executionId)
          .column("activity_id", JobRow::activityId)
          .column("process_instance_id", JobRow::processInstanceId)
          .column("process_definition_id", JobRow::processDefinitionId)
          .column("definition_key", JobRow::definitionKey)
          .column("tenant_id", JobRow::tenantId)
          .column("due_at", JobRow::dueAt)
          .column("scheduled_at", JobRow::scheduledAt)
          .column("repeat_left", JobRow::repeatLeft)
          .column("payload", JobRow::payload)
          .column("retries", JobRow::retries)
          .column("retry_time_cycle", JobRow::retryTimeCycle)
          .column("priority", JobRow::priority)
          .column("suspended", JobRow::suspended)
          .column("created_at", JobRow::createdAt);

  // Jobs that start instances wait while their definition is suspended.
  private static final Statement DUE =
      Statement.of(
          """
          select j.id,
                 j.priority
            from job j
           where not j.suspended
             and j.retries > 0
             and j.due_at <= :now
             and (j.process_instance_id is not null
                  or j.type in ('SUSPEND_PROCESS', 'ACTIVATE_PROCESS')
                  or not exists (select 1
                                   from process_definition d
                                  where d.id = j.process_definition_id
                                    and d.suspended))
           order by j.due_at
           limit :most
          """);

  private static final String ROW =
      "select " + INSERT.columns("j") + " from job j where j.id = :id";

  private static final Statement FIND = Statement.of(ROW);

  private static final Statement HOLD = Statement.of(ROW + " for update");

  private static final Statement HOLD_IF_FREE = Statement.of(ROW + " for update skip locked");

  private static final Statement REPEAT =
      Statement.of(
          """
          update job
             set due_at = :dueAt,
                 scheduled_at = :dueAt,
                 repeat_left = :repeat,
                 retries = :retries,
                 exception_message = null,
                 exception_details = null,
                 failed_activity_id = null
           where id = :id
          """);

  private static final Statement OF_EXECUTIONS =
      Statement.of(
          """
          select j.id,
                 j.retries
            from job j
           where j.execution_id in (:ids)
          """);

  private static final Statement OF_EVENTS =
      Statement.of(
          """
          select j.id,
                 j.retries
            from job j
           where j.execution_id = :executionId
             and j.activity_id in (:activityIds)
          """);

  private static final Statement OF_INSTANCE =
      Statement.of(
          """
          select j.id,
                 j.retries
            from job j
           where j.process_instance_id = :processInstanceId
          """);

  private static final Statement DELETE =
      Statement.of(
          """
          delete from job
           where id in (:ids)
          """);

  private static final Statement DELETE_OF_INSTANCES =
      Statement.of(
          """
          delete from job
           where process_instance_id in (:processInstanceIds)
          """);

  private final Sql sql;

  /** A due job. */
  public record Due(String id, long priority) {
    static Due read(Row row) {
      return new Due(row.text("id"), row.number("priority"));
    }
  }

  /** A job that an execution waits for. */
  public record Awaited(String id, int retries) {
    static Awaited read(Row row) {
      return new Awaited(row.text("id"), row.integer("retries"));
    }
  }

  @Inject
  JobStore(Sql sql) {
    this.sql = sql;
  }

  void insert(List<JobRow> jobs) {
    sql.insert(INSERT, jobs);
  }

  /** Due jobs to execute, the longest overdue first, at most {@code most}. */
  List<Due> due(Instant now, int most) {
    return sql.rows(DUE.with("now", now).with("most", most), Due::read);
  }

  Optional<JobRow> find(String id) {
    return row(FIND, id);
  }

  /** Locks a job until the transaction ends; its instance, if it has one, is locked already. */
  Optional<JobRow> hold(String id) {
    return row(HOLD, id);
  }

  /** As {@link #hold}, but empty if the job is locked. */
  Optional<JobRow> holdIfFree(String id) {
    return row(HOLD_IF_FREE, id);
  }

  private Optional<JobRow> row(Statement statement, String id) {
    return sql.row(statement.with("id", id), JobRow::read);
  }

  /** Sets a timer to the next time of its cycle, with new retries. */
  void repeat(JobRow job, Schedule next) {
    sql.update(
        REPEAT
            .with("id", job.id())
            .with("dueAt", next.dueAt())
            .with("repeat", next.repeat())
            .with("retries", job.retryPolicy().attempts()));
  }

  /** The jobs that these executions wait for. */
  List<Awaited> of(Collection<String> executionIds) {
    return sql.rowsOf(OF_EXECUTIONS, executionIds, Awaited::read);
  }

  /** The jobs that an execution waits for at these events. */
  List<Awaited> ofEvents(String executionId, Collection<String> activityIds) {
    return sql.rows(
        OF_EVENTS.with("executionId", executionId).with("activityIds", List.copyOf(activityIds)),
        Awaited::read);
  }

  List<Awaited> ofInstance(String processInstanceId) {
    return sql.rows(OF_INSTANCE.with("processInstanceId", processInstanceId), Awaited::read);
  }

  void delete(Collection<String> ids) {
    sql.updateOf(DELETE, ids);
  }

  void deleteOfInstances(List<String> processInstanceIds) {
    sql.update(DELETE_OF_INSTANCES.with("processInstanceIds", processInstanceIds));
  }
}
