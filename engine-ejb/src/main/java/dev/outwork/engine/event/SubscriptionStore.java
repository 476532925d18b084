package dev.outwork.engine.event;

import dev.outwork.engine.database.Insert;
import dev.outwork.engine.database.Row;
import dev.outwork.engine.database.Sql;
import dev.outwork.engine.database.Statement;
import dev.outwork.engine.inject.Collaborator;
import dev.outwork.engine.token.Compensable;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;

/** Subscriptions of process instances in the database. {@link ReceiverStore} finds them. */
@Collaborator
public class SubscriptionStore {
  private static final Insert<SubscriptionRow> INSERT =
      Insert.<SubscriptionRow>into("event_subscription")
          .column("id", SubscriptionRow::id)
          .column("type", SubscriptionRow::type)
          .column("event_name", SubscriptionRow::eventName)
          .column("execution_id", SubscriptionRow::executionId)
          .column("activity_id", SubscriptionRow::activityId)
          .column("process_instance_id", SubscriptionRow::processInstanceId)
          .column("process_definition_id", SubscriptionRow::processDefinitionId)
          .column("definition_key", SubscriptionRow::definitionKey)
          .column("tenant_id", SubscriptionRow::tenantId)
          .column("created_at", SubscriptionRow::createdAt)
          .column("completed_id", SubscriptionRow::completedId)
          .column("handler_id", SubscriptionRow::handlerId);

  // Compensation subscriptions outlive the activities in whose scope they were created.
  private static final Statement CLOSE =
      Statement.of(
          """
          delete from event_subscription
           where execution_id in (:ids)
             and type <> 'COMPENSATE'
          """);

  private static final Statement CLOSE_EVENTS =
      Statement.of(
          """
          delete from event_subscription
           where execution_id = :executionId
             and activity_id in (:activityIds)
             and type <> 'COMPENSATE'
          """);

  private static final Statement COMPENSABLES =
      Statement.of(
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
          """);

  private static final Statement DELETE =
      Statement.of(
          """
          delete from event_subscription
           where id in (:ids)
          """);

  private static final Statement DELETE_OF_INSTANCES =
      Statement.of(
          """
          delete from event_subscription
           where process_instance_id in (:processInstanceIds)
          """);

  private final Sql sql;

  @Inject
  SubscriptionStore(Sql sql) {
    this.sql = sql;
  }

  void insert(List<SubscriptionRow> rows) {
    sql.insert(INSERT, rows);
  }

  /** Deletes the subscriptions of these executions. */
  void close(Collection<String> executionIds) {
    sql.updateOf(CLOSE, executionIds);
  }

  /** Deletes the subscriptions of an execution to these events. */
  void closeEvents(String executionId, Collection<String> activityIds) {
    sql.update(
        CLOSE_EVENTS
            .with("executionId", executionId)
            .with("activityIds", List.copyOf(activityIds)));
  }

  /** The compensable activities of an instance, in the order of their completion. */
  List<Compensable> compensables(String processInstanceId) {
    return sql.rows(
        COMPENSABLES.with("processInstanceId", processInstanceId), SubscriptionStore::compensable);
  }

  void delete(Collection<String> ids) {
    sql.updateOf(DELETE, ids);
  }

  /** Deletes all subscriptions of these instances, those for compensation included. */
  void deleteOfInstances(List<String> processInstanceIds) {
    sql.update(DELETE_OF_INSTANCES.with("processInstanceIds", processInstanceIds));
  }

  private static Compensable compensable(Row row) {
    return new Compensable(
        row.text("id"),
        row.text("scope_id"),
        row.text("activity_id"),
        row.text("activity_instance_id"),
        row.text("handler_id"),
        row.instant("created_at"));
  }
}
