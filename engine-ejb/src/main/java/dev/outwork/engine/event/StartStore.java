package dev.outwork.engine.event;

import dev.outwork.api.deployment.ProcessDefinition;
import dev.outwork.engine.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** The subscriptions of start events in the database. */
@ApplicationScoped
public class StartStore {
  private static final String DELETE_OF_KEY =
      """
      delete from event_subscription
       where definition_key = :key
         and process_instance_id is null
         and coalesce(tenant_id, '') = coalesce(:tenantId, '')
      """;

  private static final String DELETE_OF_DEFINITIONS =
      """
      delete from event_subscription
       where process_instance_id is null
         and process_definition_id in (<definitionIds>)
      """;

  private static final String KEY_BY_MESSAGE =
      """
      select s.definition_key
        from event_subscription s
       where s.type = 'MESSAGE'
         and s.event_name = :name
         and s.process_instance_id is null
         and coalesce(s.tenant_id, '') = coalesce(:tenantId, '')
      """;

  private final Sql sql;

  /** Required for the container's proxy. */
  protected StartStore() {
    this(null);
  }

  @Inject
  StartStore(Sql sql) {
    this.sql = sql;
  }

  /** Deletes the subscriptions of all versions of this process. */
  void deleteOf(ProcessDefinition definition) {
    sql.tell(
        handle ->
            handle
                .createUpdate(DELETE_OF_KEY)
                .bind("key", definition.key())
                .bind("tenantId", definition.tenantId())
                .execute());
  }

  void deleteOfDefinitions(List<String> definitionIds) {
    sql.tell(
        handle ->
            handle
                .createUpdate(DELETE_OF_DEFINITIONS)
                .bindList("definitionIds", definitionIds)
                .execute());
  }

  /** The key of the process that a message starts in a tenant; null stands for no tenant. */
  Optional<String> keyStartedBy(String messageName, String tenantId) {
    return sql.ask(
        handle ->
            handle
                .createQuery(KEY_BY_MESSAGE)
                .bind("name", messageName)
                .bind("tenantId", tenantId)
                .mapTo(String.class)
                .findOne());
  }
}
