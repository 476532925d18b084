package dev.outwork.engine.externaltask;

import dev.outwork.engine.database.Dialect;
import dev.outwork.engine.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

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

  private static final List<String> INSERTED =
      List.of(
          "id",
          "topicName",
          "state",
          "priority",
          "createdAt",
          "processInstanceId",
          "activityInstanceId",
          "activityId",
          "scopeIds",
          "processDefinitionId",
          "definitionKey",
          "versionTag",
          "businessKey",
          "tenantId");

  private static final String INSERT =
      """
      insert into external_task (id, topic_name, state, priority, created_at, process_instance_id, activity_instance_id,
                                 activity_id, scope_ids, process_definition_id, definition_key, version_tag, business_key,
                                 tenant_id)
      values <rows>
      """;

  // Both rows at once, the instance's first.
  private static final String HOLD_WITH_INSTANCE =
      """
      select %s
        from external_task t
        join process_instance i
          on i.id = t.process_instance_id
       where t.id = :id
         for update of i, t
      """
          .formatted(COLUMNS);

  // H2 cannot lock the rows of a join.
  private static final String HOLD_INSTANCE_ON_H2 =
      """
      select i.id
        from process_instance i
       where i.id = (select t.process_instance_id
                       from external_task t
                      where t.id = :id)
         for update
      """;

  private static final String HOLD =
      """
      select %s
        from external_task t
       where t.id = :id
         for update
      """
          .formatted(COLUMNS);

  private static final String INSTANCES =
      """
      select t.id,
             t.process_instance_id
        from external_task t
       where t.id in (<ids>)
      """;

  private static final String DELETE =
      """
      delete from external_task
       where id = :id
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

  private static final String DELETE_ALL =
      """
      delete from external_task
       where id in (<ids>)
      """;

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

  private static final String SET_ERROR =
      """
      update external_task
         set error_message = :errorMessage,
             error_details = coalesce(:errorDetails, error_details)
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
       where process_instance_id = :processInstanceId
      """;

  private static final String ACTIVATE =
      """
      update external_task
         set state = case when retries = 0 then 'EXHAUSTED'
                          when locked_until > :now then 'LOCKED'
                          else 'OPEN'
                     end
       where process_instance_id = :processInstanceId
      """;

  private static final String OPEN_TOPICS_OF_INSTANCE =
      """
      select distinct t.topic_name
        from external_task t
       where t.process_instance_id = :processInstanceId
         and t.state = 'OPEN'
         and t.topic_name is not null
      """;

  private static final String EXPIRED =
      """
      select t.id
        from external_task t
       where t.state = 'LOCKED'
         and t.locked_until <= :now
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

  private static final String ERROR_DETAILS =
      """
      select t.error_details
        from external_task t
       where t.id = :id
      """;

  // As many ids as a statement carries without strain.
  private static final int AT_ONCE = 1_000;

  private final Sql sql;

  /** For the container's proxy. */
  protected ExternalTaskStore() {
    this(null);
  }

  @Inject
  ExternalTaskStore(Sql sql) {
    this.sql = sql;
  }

  void insert(List<TaskRow> tasks) {
    sql.tell(
        handle -> handle.createUpdate(INSERT).bindMethodsList("rows", tasks, INSERTED).execute());
  }

  /** Takes hold of a task and of its instance. */
  Optional<TaskRow> holdWithInstance(String id) {
    return sql.ask(
        handle -> {
          if (sql.dialect() == Dialect.POSTGRESQL) {
            return task(handle, HOLD_WITH_INSTANCE, id);
          }
          handle.createQuery(HOLD_INSTANCE_ON_H2).bind("id", id).mapTo(String.class).findOne();
          return task(handle, HOLD, id);
        });
  }

  /** Takes hold of a task alone: for what moves no token. */
  Optional<TaskRow> hold(String id) {
    return sql.ask(handle -> task(handle, HOLD, id));
  }

  /** Those of these tasks that exist, in the order of their instances. */
  List<String> byInstance(Set<String> ids) {
    List<String> all = List.copyOf(ids);
    Map<String, String> instances = new HashMap<>();
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      instances.putAll(instancesOf(all.subList(from, Math.min(all.size(), from + AT_ONCE))));
    }
    return instances.keySet().stream()
        .sorted(Comparator.<String, String>comparing(instances::get).thenComparing(id -> id))
        .toList();
  }

  private Map<String, String> instancesOf(List<String> ids) {
    return sql.ask(
        handle ->
            handle
                .createQuery(INSTANCES)
                .bindList("ids", ids)
                .reduceRows(
                    new HashMap<>(),
                    (instances, row) -> {
                      instances.put(
                          row.getColumn("id", String.class),
                          row.getColumn("process_instance_id", String.class));
                      return instances;
                    }));
  }

  void delete(String id) {
    sql.tell(handle -> handle.createUpdate(DELETE).bind("id", id).execute());
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
                  .map(ConstructorMapper.of(TaskRow.class))
                  .list();
          if (!tasks.isEmpty()) {
            handle
                .createUpdate(DELETE_ALL)
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

  void setError(String id, String errorMessage, String errorDetails) {
    sql.tell(
        handle ->
            handle
                .createUpdate(SET_ERROR)
                .bind("id", id)
                .bind("errorMessage", errorMessage)
                .bind("errorDetails", errorDetails)
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

  /** False if there is no such task. */
  boolean setPriority(String id, long priority) {
    return sql.ask(
            handle ->
                handle
                    .createUpdate(SET_PRIORITY)
                    .bind("id", id)
                    .bind("priority", priority)
                    .execute())
        == 1;
  }

  void suspend(String processInstanceId) {
    sql.tell(
        handle ->
            handle.createUpdate(SUSPEND).bind("processInstanceId", processInstanceId).execute());
  }

  /** Returns the topics that have tasks to fetch now. */
  Set<String> activate(String processInstanceId, Instant now) {
    return sql.ask(
        handle -> {
          handle
              .createUpdate(ACTIVATE)
              .bind("processInstanceId", processInstanceId)
              .bind("now", now)
              .execute();
          return handle
              .createQuery(OPEN_TOPICS_OF_INSTANCE)
              .bind("processInstanceId", processInstanceId)
              .mapTo(String.class)
              .collect(Collectors.toSet());
        });
  }

  /**
   * Makes tasks whose lock has run out fetchable again, {@code most} at the most.
   *
   * @return how many there were, and their topics
   */
  Reclaimed reclaim(Instant now, int most) {
    return sql.ask(
        handle -> {
          List<String> ids =
              handle
                  .createQuery(EXPIRED)
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

  /** How many locks were ended, and the topics of their tasks. */
  record Reclaimed(int count, List<String> topics) {}

  Optional<String> errorDetails(String id) {
    return sql.ask(
        handle -> handle.createQuery(ERROR_DETAILS).bind("id", id).mapTo(String.class).findOne());
  }

  private static Optional<TaskRow> task(Handle handle, String statement, String id) {
    return handle
        .createQuery(statement)
        .bind("id", id)
        .map(ConstructorMapper.of(TaskRow.class))
        .findOne();
  }
}
