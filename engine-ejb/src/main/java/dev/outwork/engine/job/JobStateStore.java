package dev.outwork.engine.job;

import dev.outwork.engine.database.Sql;
import dev.outwork.engine.database.Statement;
import dev.outwork.engine.inject.Collaborator;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The due date, suspension and failures of jobs. */
@Collaborator
public class JobStateStore {
  private static final Statement FAIL =
      Statement.of(
          """
          update job
             set retries = :retries,
                 due_at = :dueAt,
                 exception_message = :message,
                 exception_details = :details,
                 failed_activity_id = activity_id
           where id = :id
          """);

  private static final Statement SET_RETRIES =
      Statement.of(
          """
          update job
             set retries = :retries
           where id = :id
          """);

  private static final Statement SET_DUE =
      Statement.of(
          """
          update job
             set due_at = :dueAt
           where id = :id
          """);

  private static final Statement SET_SCHEDULE =
      Statement.of(
          """
          update job
             set due_at = :dueAt,
                 scheduled_at = :dueAt
           where id = :id
          """);

  private static final Statement SET_SUSPENDED =
      Statement.of(
          """
          update job
             set suspended = :suspended
           where id = :id
          """);

  private static final Statement SET_SUSPENDED_OF_INSTANCES =
      Statement.of(
          """
          update job
             set suspended = :suspended
           where process_instance_id in (:processInstanceIds)
          """);

  private static final Statement SET_PRIORITY =
      Statement.of(
          """
          update job
             set priority = :priority
           where id = :id
          """);

  private static final Statement EXCEPTION_DETAILS =
      Statement.of(
          """
          select j.exception_details
            from job j
           where j.id = :id
          """);

  private final Sql sql;

  @Inject
  JobStateStore(Sql sql) {
    this.sql = sql;
  }

  void fail(String id, int retries, Instant dueAt, String message, String details) {
    sql.update(
        FAIL.with("id", id)
            .with("retries", retries)
            .with("dueAt", dueAt)
            .with("message", message)
            .with("details", details));
  }

  void setRetries(String id, int retries) {
    sql.update(SET_RETRIES.with("id", id).with("retries", retries));
  }

  void setDue(String id, Instant dueAt) {
    sql.update(SET_DUE.with("id", id).with("dueAt", dueAt));
  }

  /** Sets the due date, from which later times of its cycle are counted. */
  void setSchedule(String id, Instant dueAt) {
    sql.update(SET_SCHEDULE.with("id", id).with("dueAt", dueAt));
  }

  void setSuspended(String id, boolean suspended) {
    sql.update(SET_SUSPENDED.with("id", id).with("suspended", suspended));
  }

  void setSuspendedOfInstances(List<String> processInstanceIds, boolean suspended) {
    sql.update(
        SET_SUSPENDED_OF_INSTANCES
            .with("processInstanceIds", processInstanceIds)
            .with("suspended", suspended));
  }

  void setPriority(String id, long priority) {
    sql.update(SET_PRIORITY.with("id", id).with("priority", priority));
  }

  Optional<String> exceptionDetails(String id) {
    return sql.text(EXCEPTION_DETAILS.with("id", id));
  }
}
