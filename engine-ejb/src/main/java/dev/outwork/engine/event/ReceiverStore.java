package dev.outwork.engine.event;

import dev.outwork.engine.database.Sql;
import dev.outwork.engine.database.Statement;
import dev.outwork.engine.inject.Collaborator;
import dev.outwork.engine.token.SubscriptionOrder;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Subscriptions in the database; {@link MessageReceivers} selects among them. */
@Collaborator
@Dependent
public class ReceiverStore {
  private static final String COLUMNS =
      """
      select s.id,
             s.activity_id,
             s.execution_id,
             s.process_instance_id,
             i.root_id,
             s.process_definition_id,
             s.definition_key,
             s.tenant_id
        from event_subscription s
        left join process_instance i
          on i.id = s.process_instance_id
      """;

  private static final Statement BY_ID = Statement.of(COLUMNS + " where s.id = :id");

  private static final Statement WAITING_FOR_SIGNAL =
      Statement.of(
          COLUMNS
              + """
                 where s.type = 'SIGNAL'
                   and s.event_name = :name
                   and i.state = 'ACTIVE'
                """);

  private static final String STARTING =
      COLUMNS
          + """
              join process_definition d
                on d.id = s.process_definition_id
             where s.type = :type
               and s.process_instance_id is null
               and not d.suspended
            """;

  private static final Statement STARTING_BY_CONDITION =
      Statement.of(STARTING).with("type", SubscriptionOrder.Type.CONDITIONAL);

  private static final Statement STARTING_BY_NAME =
      Statement.of(STARTING + " and s.event_name = :name");

  private static final Statement OF_EXECUTION =
      Statement.of(
          COLUMNS
              + """
                 where s.execution_id = :executionId
                   and s.type = :type
                   and s.event_name = :name
                 order by s.id
                """);

  private final Sql sql;

  @Inject
  ReceiverStore(Sql sql) {
    this.sql = sql;
  }

  /** Empty if the subscription no longer exists. */
  Optional<Receiver> find(String id) {
    return sql.row(BY_ID.with("id", id), Receiver::read);
  }

  /** The executions that wait for a signal, without suspended ones. */
  List<Receiver> waitingForSignal(String name) {
    return sql.rows(WAITING_FOR_SIGNAL.with("name", name), Receiver::read);
  }

  /** The start events of a message or signal, without suspended ones. */
  List<Receiver> startingBy(SubscriptionOrder.Type type, String name) {
    return sql.rows(STARTING_BY_NAME.with("type", type).with("name", name), Receiver::read);
  }

  /** The conditional start events, without suspended ones. */
  List<Receiver> startingByCondition() {
    return sql.rows(STARTING_BY_CONDITION, Receiver::read);
  }

  /** The subscriptions of an execution to a message or signal; mostly one or none. */
  List<Receiver> ofExecution(String executionId, SubscriptionOrder.Type type, String name) {
    return sql.rows(
        OF_EXECUTION.with("executionId", executionId).with("type", type).with("name", name),
        Receiver::read);
  }
}
