package dev.outwork.engine.job;

import dev.outwork.engine.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The due date, suspension and failures of jobs. */
@ApplicationScoped
public class JobStateStore {
  private static final String FAIL =
      """
      update job
         set retries = :retries,
             due_at = :dueAt,
             exception_message = :message,
             exception_details = :details,
             failed_activity_id = activity_id
       where id = :id
      """;

  private static final String SET_RETRIES =
      """
      update job
         set retries = :retries
       where id = :id
      """;

  private static final String SET_DUE =
      """
      update job
         set due_at = :dueAt
       where id = :id
      """;

  private static final String SET_SCHEDULE =
      """
      update job
         set due_at = :dueAt,
             scheduled_at = :dueAt
       where id = :id
      """;

  private static final String SET_SUSPENDED =
      """
      update job
         set suspended = :suspended
       where id = :id
      """;

  private static final String SET_SUSPENDED_OF_INSTANCES =
      """
      update job
         set suspended = :suspended
       where process_instance_id in (<processInstanceIds>)
      """;

  private static final String SET_PRIORITY =
      """
      update job
         set priority = :priority
       where id = :id
      """;

  private static final String EXCEPTION_DETAILS =
      """
      select j.exception_details
        from job j
       where j.id = :id
      """;

  private final Sql sql;

  /** Required for the container's proxy. */
  protected JobStateStore() {
    this(null);
  }

  @Inject
  JobStateStore(Sql sql) {
    this.sql = sql;
  }

  void fail(String id, int retries, Instant dueAt, String message, String details) {
    sql.tell(
        handle ->
            handle
                .createUpdate(FAIL)
                .bind("id", id)
                .bind("retries", retries)
                .bind("dueAt", dueAt)
                .bind("message", message)
                .bind("details", details)
                .execute());
  }

  void setRetries(String id, int retries) {
    sql.tell(
        handle ->
            handle.createUpdate(SET_RETRIES).bind("id", id).bind("retries", retries).execute());
  }

  void setDue(String id, Instant dueAt) {
    sql.tell(handle -> handle.createUpdate(SET_DUE).bind("id", id).bind("dueAt", dueAt).execute());
  }

  /** Sets the due date, from which later times of its cycle are counted. */
  void setSchedule(String id, Instant dueAt) {
    sql.tell(
        handle -> handle.createUpdate(SET_SCHEDULE).bind("id", id).bind("dueAt", dueAt).execute());
  }

  void setSuspended(String id, boolean suspended) {
    sql.tell(
        handle ->
            handle
                .createUpdate(SET_SUSPENDED)
                .bind("id", id)
                .bind("suspended", suspended)
                .execute());
  }

  void setSuspendedOfInstances(List<String> processInstanceIds, boolean suspended) {
    sql.tell(
        handle ->
            handle
                .createUpdate(SET_SUSPENDED_OF_INSTANCES)
                .bindList("processInstanceIds", processInstanceIds)
                .bind("suspended", suspended)
                .execute());
  }

  void setPriority(String id, long priority) {
    sql.tell(
        handle ->
            handle.createUpdate(SET_PRIORITY).bind("id", id).bind("priority", priority).execute());
  }

  Optional<String> exceptionDetails(String id) {
    return sql.ask(
        handle ->
            handle
                .createQuery(EXCEPTION_DETAILS)
                .bind("id", id)
                .map((row, context) -> Optional.ofNullable(row.getString("exception_details")))
                .findOne()
                .flatMap(details -> details));
  }
}
