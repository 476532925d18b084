package dev.outwork.engine.job;

import dev.outwork.engine.bpmn.Schedule;
import dev.outwork.engine.database.Portions;
import dev.outwork.engine.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Jobs in the database, for their execution. {@link JobStateStore} changes them. */
@ApplicationScoped
public class JobStore {
  private static final String INSERT =
      """
      insert into job (id, type, execution_id, activity_id, process_instance_id, process_definition_id, definition_key,
                       tenant_id, due_at, scheduled_at, repeat_left, payload, retries, retry_time_cycle, priority,
                       suspended, created_at)
      values <rows>
      """;

  // Jobs that start instances wait while their definition is suspended.
  private static final String DUE =
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
      """;

  private static final String FIND =
      """
      select j.id,
             j.type,
             j.execution_id,
             j.activity_id,
             j.process_instance_id,
             j.process_definition_id,
             j.definition_key,
             j.tenant_id,
             j.due_at,
             j.scheduled_at,
             j.repeat_left,
             j.payload,
             j.retries,
             j.retry_time_cycle,
             j.priority,
             j.suspended,
             j.created_at
        from job j
       where j.id = :id
      """;

  private static final String HOLD = FIND + " for update";

  private static final String HOLD_IF_FREE = FIND + " for update skip locked";

  private static final String REPEAT =
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
      """;

  private static final String OF_EXECUTIONS =
      """
      select j.id,
             j.retries
        from job j
       where j.execution_id in (<executionIds>)
      """;

  private static final String OF_EVENTS =
      """
      select j.id,
             j.retries
        from job j
       where j.execution_id = :executionId
         and j.activity_id in (<activityIds>)
      """;

  private static final String OF_INSTANCE =
      """
      select j.id,
             j.retries
        from job j
       where j.process_instance_id = :processInstanceId
      """;

  private static final String DELETE =
      """
      delete from job
       where id in (<ids>)
      """;

  private static final String DELETE_OF_INSTANCES =
      """
      delete from job
       where process_instance_id in (<processInstanceIds>)
      """;

  private final Sql sql;

  /** A due job. */
  public record Due(String id, long priority) {}

  /** A job that an execution waits for. */
  public record Awaited(String id, int retries) {}

  /** Required for the container's proxy. */
  protected JobStore() {
    this(null);
  }

  @Inject
  JobStore(Sql sql) {
    this.sql = sql;
  }

  void insert(List<JobRow> jobs) {
    sql.tell(
        handle -> {
          for (List<JobRow> some : Portions.of(jobs)) {
            handle.createUpdate(INSERT).bindMethodsList("rows", some, JobRow.COLUMNS).execute();
          }
        });
  }

  /** Due jobs to execute, the longest overdue first, at most {@code most}. */
  List<Due> due(Instant now, int most) {
    return sql.ask(
        handle ->
            handle
                .createQuery(DUE)
                .bind("now", now)
                .bind("most", most)
                .map(ConstructorMapper.of(Due.class))
                .list());
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

  private Optional<JobRow> row(String statement, String id) {
    return sql.ask(
        handle ->
            handle
                .createQuery(statement)
                .bind("id", id)
                .map(ConstructorMapper.of(JobRow.class))
                .findOne());
  }

  /** Sets a timer to the next time of its cycle, with new retries. */
  void repeat(JobRow job, Schedule next) {
    sql.tell(
        handle ->
            handle
                .createUpdate(REPEAT)
                .bind("id", job.id())
                .bind("dueAt", next.dueAt())
                .bind("repeat", next.repeat())
                .bind("retries", job.retryPolicy().attempts())
                .execute());
  }

  /** The jobs that these executions wait for. */
  List<Awaited> of(Collection<String> executionIds) {
    return sql.ask(
        handle ->
            Portions.of(List.copyOf(executionIds)).stream()
                .flatMap(
                    some ->
                        handle
                            .createQuery(OF_EXECUTIONS)
                            .bindList("executionIds", some)
                            .map(ConstructorMapper.of(Awaited.class))
                            .list()
                            .stream())
                .toList());
  }

  /** The jobs that an execution waits for at these events. */
  List<Awaited> ofEvents(String executionId, Collection<String> activityIds) {
    return sql.ask(
        handle ->
            handle
                .createQuery(OF_EVENTS)
                .bind("executionId", executionId)
                .bindList("activityIds", List.copyOf(activityIds))
                .map(ConstructorMapper.of(Awaited.class))
                .list());
  }

  List<Awaited> ofInstance(String processInstanceId) {
    return sql.ask(
        handle ->
            handle
                .createQuery(OF_INSTANCE)
                .bind("processInstanceId", processInstanceId)
                .map(ConstructorMapper.of(Awaited.class))
                .list());
  }

  void delete(Collection<String> ids) {
    sql.tell(
        handle -> {
          for (List<String> some : Portions.of(List.copyOf(ids))) {
            handle.createUpdate(DELETE).bindList("ids", some).execute();
          }
        });
  }

  void deleteOfInstances(List<String> processInstanceIds) {
    sql.tell(
        handle ->
            handle
                .createUpdate(DELETE_OF_INSTANCES)
                .bindList("processInstanceIds", processInstanceIds)
                .execute());
  }
}
