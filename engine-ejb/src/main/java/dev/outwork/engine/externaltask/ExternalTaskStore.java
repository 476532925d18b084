package dev.outwork.engine.externaltask;

import dev.outwork.engine.database.Dialect;
import dev.outwork.engine.database.Portions;
import dev.outwork.engine.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
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

  // Both rows at once, first that of the root of the instance's tree of calls.
  private static final String HOLD_WITH_INSTANCE =
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
          .formatted(COLUMNS);

  // H2 cannot lock the rows of a join.
  private static final String HOLD_INSTANCE_ON_H2 =
      """
      select r.id
        from process_instance r
       where r.id = (select i.root_id
                       from external_task t
                       join process_instance i
                         on i.id = t.process_instance_id
                      where t.id = :id)
         for update
      """;

  private static final String INSTANCE_ON_H2 =
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
          .formatted(COLUMNS);

  private static final String HOLD =
      """
      select %s
        from external_task t
       where t.id = :id
         for update
      """
          .formatted(COLUMNS);

  private static final String DELETE =
      """
      delete from external_task
       where id in (<ids>)
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

  private static final String ERROR_DETAILS =
      """
      select t.error_details
        from external_task t
       where t.id = :id
      """;

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
        handle ->
            Portions.of(tasks)
                .forEach(
                    some ->
                        handle
                            .createUpdate(INSERT)
                            .bindMethodsList("rows", some, INSERTED)
                            .execute()));
  }

  /** Takes hold of a task and of its instance. */
  Optional<HeldTask> holdWithInstance(String id) {
    return sql.ask(
        handle -> {
          if (sql.dialect() == Dialect.POSTGRESQL) {
            return held(handle, HOLD_WITH_INSTANCE, id);
          }
          handle.createQuery(HOLD_INSTANCE_ON_H2).bind("id", id).mapTo(String.class).findOne();
          return task(handle, HOLD, id).flatMap(task -> held(handle, INSTANCE_ON_H2, id));
        });
  }

  private static Optional<HeldTask> held(Handle handle, String statement, String id) {
    return handle.createQuery(statement).bind("id", id).map(heldTasks()).findOne();
  }

  private static RowMapper<HeldTask> heldTasks() {
    RowMapper<TaskRow> tasks = ConstructorMapper.of(TaskRow.class);
    return (row, context) ->
        new HeldTask(
            tasks.map(row, context),
            row.getString("root_id"),
            row.getString("super_id"),
            row.getString("super_activity_id"));
  }

  /** Takes hold of a task alone: for what moves no token. */
  Optional<TaskRow> hold(String id) {
    return sql.ask(handle -> task(handle, HOLD, id));
  }

  void delete(List<String> ids) {
    Portions.of(ids)
        .forEach(
            some ->
                sql.tell(handle -> handle.createUpdate(DELETE).bindList("ids", some).execute()));
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
                .createUpdate(DELETE)
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
