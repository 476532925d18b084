package dev.outwork.engine.externaltask;

import dev.outwork.engine.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Moves external tasks between {@link TaskState}s, and changes their priority. */
@ApplicationScoped
public class TaskStateStore {
  private static final String SET_LOCK =
      """
      update external_task
         set worker_id = :workerId,
             locked_until = :lockedUntil,
             state = :state
       where id = :id
      """;

  // Details of an earlier failure stay unless there are new ones.
  private static final String FAIL =
      """
      update external_task
         set error_message = :errorMessage,
             error_details = coalesce(:errorDetails, error_details),
             retries = :retries,
             locked_until = :lockedUntil,
             state = :state
       where id = :id
      """;

  private static final String SET_RETRIES =
      """
      update external_task
         set retries = :retries,
             state = :state
       where id = :id
      """;

  private static final String SET_PRIORITY =
      """
      update external_task
         set priority = :priority
       where id = :id
      """;

  private static final String SUSPEND =
      """
      update external_task
         set state = 'SUSPENDED'
       where process_instance_id in (<processInstanceIds>)
      """;

  private static final String ACTIVATE =
      """
      update external_task
         set state = case when retries = 0 then 'EXHAUSTED'
                          when locked_until > :now then 'LOCKED'
                          else 'OPEN'
                     end
       where process_instance_id in (<processInstanceIds>)
      """;

  private static final String OPEN_TOPICS_OF_INSTANCES =
      """
      select distinct t.topic_name
        from external_task t
       where t.process_instance_id in (<processInstanceIds>)
         and t.state = 'OPEN'
         and t.topic_name is not null
      """;

  private static final String EXPIRED =
      """
      select t.id
        from external_task t
       where t.state = 'LOCKED'
         and t.locked_until between :from and :now
       limit :most
         for update skip locked
      """;

  private static final String RECLAIM =
      """
      update external_task
         set state = 'OPEN'
       where id in (<ids>)
      """;

  private static final String TOPICS_OF =
      """
      select distinct t.topic_name
        from external_task t
       where t.id in (<ids>)
         and t.topic_name is not null
      """;

  private final Sql sql;

  /** The number of reclaimed locks, and the topics of their tasks. */
  record Reclaimed(int count, List<String> topics) {}

  /** Required for the container's proxy. */
  protected TaskStateStore() {
    this(null);
  }

  @Inject
  TaskStateStore(Sql sql) {
    this.sql = sql;
  }

  void setLock(String id, String workerId, Instant lockedUntil, TaskState state) {
    sql.tell(
        handle ->
            handle
                .createUpdate(SET_LOCK)
                .bind("id", id)
                .bind("workerId", workerId)
                .bind("lockedUntil", lockedUntil)
                .bind("state", state)
                .execute());
  }

  void fail(
      String id,
      String errorMessage,
      String errorDetails,
      int retries,
      Instant lockedUntil,
      TaskState state) {
    sql.tell(
        handle ->
            handle
                .createUpdate(FAIL)
                .bind("id", id)
                .bind("errorMessage", errorMessage)
                .bind("errorDetails", errorDetails)
                .bind("retries", retries)
                .bind("lockedUntil", lockedUntil)
                .bind("state", state)
                .execute());
  }

  void setRetries(String id, int retries, TaskState state) {
    sql.tell(
        handle ->
            handle
                .createUpdate(SET_RETRIES)
                .bind("id", id)
                .bind("retries", retries)
                .bind("state", state)
                .execute());
  }

  void setPriority(String id, long priority) {
    sql.tell(
        handle ->
            handle.createUpdate(SET_PRIORITY).bind("id", id).bind("priority", priority).execute());
  }

  void suspend(List<String> processInstanceIds) {
    sql.tell(
        handle ->
            handle
                .createUpdate(SUSPEND)
                .bindList("processInstanceIds", processInstanceIds)
                .execute());
  }

  /** Returns the topics that now have fetchable tasks. */
  Set<String> activate(List<String> processInstanceIds, Instant now) {
    return sql.ask(
        handle -> {
          handle
              .createUpdate(ACTIVATE)
              .bindList("processInstanceIds", processInstanceIds)
              .bind("now", now)
              .execute();
          return handle
              .createQuery(OPEN_TOPICS_OF_INSTANCES)
              .bindList("processInstanceIds", processInstanceIds)
              .mapTo(String.class)
              .collect(Collectors.toSet());
        });
  }

  /**
   * Makes at most {@code most} tasks with expired locks fetchable again.
   *
   * @param from locks that expired before are not searched
   * @return their number and their topics
   */
  Reclaimed reclaim(Instant from, Instant now, int most) {
    return sql.ask(
        handle -> {
          List<String> ids =
              handle
                  .createQuery(EXPIRED)
                  .bind("from", from)
                  .bind("now", now)
                  .bind("most", most)
                  .mapTo(String.class)
                  .list();
          if (ids.isEmpty()) {
            return new Reclaimed(0, List.of());
          }
          handle.createUpdate(RECLAIM).bindList("ids", ids).execute();
          return new Reclaimed(
              ids.size(),
              handle.createQuery(TOPICS_OF).bindList("ids", ids).mapTo(String.class).list());
        });
  }
}
