package dev.outwork.engine.event;

import dev.outwork.engine.database.Sql;
import dev.outwork.engine.token.SubscriptionOrder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.result.ResultIterable;
import org.jdbi.v3.core.statement.Query;

/** Subscriptions in the database; {@link MessageReceivers} selects among them. */
@ApplicationScoped
public class ReceiverStore {
  private static final String COLUMNS =
      """
      select s.id,
             s.activity_id,
             s.execution_id,
             s.process_instance_id,
             i.root_id,
             s.process_definition_id,
             s.tenant_id
        from event_subscription s
        left join process_instance i
          on i.id = s.process_instance_id
      """;

  private static final String BY_ID = COLUMNS + " where s.id = :id";

  private static final String WAITING_FOR_SIGNAL =
      COLUMNS
          + """
             where s.type = 'SIGNAL'
               and s.event_name = :name
               and i.state = 'ACTIVE'
            """;

  private static final String STARTING =
      COLUMNS
          + """
              join process_definition d
                on d.id = s.process_definition_id
             where s.type = :type
               and s.process_instance_id is null
               and not d.suspended
            """;

  private static final String STARTING_BY_NAME = STARTING + " and s.event_name = :name";

  private static final String OF_EXECUTION =
      COLUMNS
          + """
             where s.execution_id = :executionId
               and s.type = :type
               and s.event_name = :name
             order by s.id
            """;

  private final Sql sql;

  /** Required for the container's proxy. */
  protected ReceiverStore() {
    this(null);
  }

  @Inject
  ReceiverStore(Sql sql) {
    this.sql = sql;
  }

  /** Empty if the subscription no longer exists. */
  Optional<Receiver> find(String id) {
    return sql.ask(handle -> receivers(handle.createQuery(BY_ID).bind("id", id)).findOne());
  }

  /** The executions that wait for a signal, without suspended ones. */
  List<Receiver> waitingForSignal(String name) {
    return sql.ask(
        handle -> receivers(handle.createQuery(WAITING_FOR_SIGNAL).bind("name", name)).list());
  }

  /** The start events of a message or signal, without suspended ones. */
  List<Receiver> startingBy(SubscriptionOrder.Type type, String name) {
    return sql.ask(
        handle -> receivers(ofType(handle, STARTING_BY_NAME, type).bind("name", name)).list());
  }

  /** The conditional start events, without suspended ones. */
  List<Receiver> startingByCondition() {
    return sql.ask(
        handle -> receivers(ofType(handle, STARTING, SubscriptionOrder.Type.CONDITIONAL)).list());
  }

  /** The subscriptions of an execution to a message or signal; mostly one or none. */
  List<Receiver> ofExecution(String executionId, SubscriptionOrder.Type type, String name) {
    return sql.ask(
        handle ->
            receivers(
                    ofType(handle, OF_EXECUTION, type)
                        .bind("executionId", executionId)
                        .bind("name", name))
                .list());
  }

  private static Query ofType(Handle handle, String statement, SubscriptionOrder.Type type) {
    return handle.createQuery(statement).bind("type", type.name());
  }

  private static ResultIterable<Receiver> receivers(Query query) {
    return query.map(ConstructorMapper.of(Receiver.class));
  }
}
