package dev.outwork.engine.event;

import dev.outwork.engine.database.Portions;
import dev.outwork.engine.database.Sql;
import dev.outwork.engine.token.Compensable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Subscriptions of process instances in the database. {@link ReceiverStore} finds them. */
@ApplicationScoped
public class SubscriptionStore {
  private static final String INSERT =
      """
      insert into event_subscription (id, type, event_name, execution_id, activity_id, process_instance_id,
                                      process_definition_id, definition_key, tenant_id, created_at, completed_id, handler_id)
      values <rows>
      """;

  // Compensation subscriptions outlive the activities in whose scope they were created.
  private static final String CLOSE =
      """
      delete from event_subscription
       where execution_id in (<executionIds>)
         and type <> 'COMPENSATE'
      """;

  private static final String CLOSE_EVENTS =
      """
      delete from event_subscription
       where execution_id = :executionId
         and activity_id in (<activityIds>)
         and type <> 'COMPENSATE'
      """;

  private static final String COMPENSABLES =
      """
      select s.id,
             s.execution_id as scope_id,
             s.activity_id,
             s.completed_id as activity_instance_id,
             s.handler_id,
             s.created_at
        from event_subscription s
       where s.process_instance_id = :processInstanceId
         and s.type = 'COMPENSATE'
       order by s.id
      """;

  private static final String DELETE =
      """
      delete from event_subscription
       where id in (<ids>)
      """;

  private static final String DELETE_OF_INSTANCES =
      """
      delete from event_subscription
       where process_instance_id in (<processInstanceIds>)
      """;

  private final Sql sql;

  /** Required for the container's proxy. */
  protected SubscriptionStore() {
    this(null);
  }

  @Inject
  SubscriptionStore(Sql sql) {
    this.sql = sql;
  }

  void insert(List<SubscriptionRow> rows) {
    sql.tell(
        handle -> {
          for (List<SubscriptionRow> some : Portions.of(rows)) {
            handle
                .createUpdate(INSERT)
                .bindMethodsList("rows", some, SubscriptionRow.COLUMNS)
                .execute();
          }
        });
  }

  /** Deletes the subscriptions of these executions. */
  void close(Collection<String> executionIds) {
    sql.tell(
        handle -> {
          for (List<String> some : Portions.of(List.copyOf(executionIds))) {
            handle.createUpdate(CLOSE).bindList("executionIds", some).execute();
          }
        });
  }

  /** Deletes the subscriptions of an execution to these events. */
  void closeEvents(String executionId, Collection<String> activityIds) {
    sql.tell(
        handle ->
            handle
                .createUpdate(CLOSE_EVENTS)
                .bind("executionId", executionId)
                .bindList("activityIds", List.copyOf(activityIds))
                .execute());
  }

  /** The compensable activities of an instance, in the order of their completion. */
  List<Compensable> compensables(String processInstanceId) {
    return sql.ask(
        handle ->
            handle
                .createQuery(COMPENSABLES)
                .bind("processInstanceId", processInstanceId)
                .map(ConstructorMapper.of(Compensable.class))
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

  /** Deletes all subscriptions of these instances, those for compensation included. */
  void deleteOfInstances(List<String> processInstanceIds) {
    sql.tell(
        handle ->
            handle
                .createUpdate(DELETE_OF_INSTANCES)
                .bindList("processInstanceIds", processInstanceIds)
                .execute());
  }
}
