package dev.outwork.engine.event;

import dev.outwork.api.deployment.ProcessDefinition;
import dev.outwork.engine.database.Sql;
import dev.outwork.engine.database.Statement;
import dev.outwork.engine.inject.Collaborator;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** The subscriptions of start events in the database. */
@Collaborator
public class StartStore {
  private static final Statement DELETE_OF_KEY =
      Statement.of(
          """
          delete from event_subscription
           where definition_key = :key
             and process_instance_id is null
             and coalesce(tenant_id, '') = coalesce(:tenantId, '')
          """);

  private static final Statement DELETE_OF_DEFINITIONS =
      Statement.of(
          """
          delete from event_subscription
           where process_instance_id is null
             and process_definition_id in (:definitionIds)
          """);

  private static final Statement KEY_BY_MESSAGE =
      Statement.of(
          """
          select s.definition_key
            from event_subscription s
           where s.type = 'MESSAGE'
             and s.event_name = :name
             and s.process_instance_id is null
             and coalesce(s.tenant_id, '') = coalesce(:tenantId, '')
          """);

  private final Sql sql;

  @Inject
  StartStore(Sql sql) {
    this.sql = sql;
  }

  /** Deletes the subscriptions of all versions of this process. */
  void deleteOf(ProcessDefinition definition) {
    sql.update(DELETE_OF_KEY.with("key", definition.key()).with("tenantId", definition.tenantId()));
  }

  void deleteOfDefinitions(List<String> definitionIds) {
    sql.update(DELETE_OF_DEFINITIONS.with("definitionIds", definitionIds));
  }

  /** The key of the process that a message starts in a tenant; null stands for no tenant. */
  Optional<String> keyStartedBy(String messageName, String tenantId) {
    return sql.text(KEY_BY_MESSAGE.with("name", messageName).with("tenantId", tenantId));
  }
}
