package dev.outwork.engine.event;

import dev.outwork.api.deployment.ProcessDefinition;
import dev.outwork.engine.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Which start events listen, as the database has it. */
@ApplicationScoped
public class StartStore {
  private static final String ONE_AT_A_TIME =
      """
      select l.name
        from engine_lock l
       where l.name = 'deployment'
         for update
      """;

  private static final String DELETE_OF_KEY =
      """
      delete from event_subscription
       where definition_key = :key
         and process_instance_id is null
         and coalesce(tenant_id, '') = coalesce(:tenantId, '')
      """;

  private static final String DELETE_OF_DEPLOYMENT =
      """
      delete from event_subscription
       where process_instance_id is null
         and process_definition_id in (select d.id
                                         from process_definition d
                                        where d.deployment_id = :deploymentId)
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

  // The latest versions that there will be without the deployment, where it has the latest now.
  private static final String LATEST_WITHOUT =
      """
      select d.id
        from process_definition d
        join process_definition gone
          on gone.definition_key = d.definition_key
         and coalesce(gone.tenant_id, '') = coalesce(d.tenant_id, '')
         and gone.version > d.version
       where gone.deployment_id = :deploymentId
         and not exists (select 1
                           from process_definition newer
                          where newer.definition_key = d.definition_key
                            and coalesce(newer.tenant_id, '') = coalesce(d.tenant_id, '')
                            and newer.version > d.version
                            and newer.deployment_id <> :deploymentId)
       order by d.id
      """;

  private final Sql sql;

  /** For the container's proxy. */
  protected StartStore() {
    this(null);
  }

  @Inject
  StartStore(Sql sql) {
    this.sql = sql;
  }

  /** Nobody deploys from here to the end of the transaction. */
  void holdDeployments() {
    sql.ask(handle -> handle.createQuery(ONE_AT_A_TIME).mapTo(String.class).one());
  }

  /** No version of this process listens any more. */
  void deleteOf(ProcessDefinition definition) {
    sql.tell(
        handle ->
            handle
                .createUpdate(DELETE_OF_KEY)
                .bind("key", definition.key())
                .bind("tenantId", definition.tenantId())
                .execute());
  }

  void deleteOfDeployment(String deploymentId) {
    sql.tell(
        handle ->
            handle
                .createUpdate(DELETE_OF_DEPLOYMENT)
                .bind("deploymentId", deploymentId)
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

  /** The definitions that become the latest when a deployment goes. */
  List<String> latestWithout(String deploymentId) {
    return sql.ask(
        handle ->
            handle
                .createQuery(LATEST_WITHOUT)
                .bind("deploymentId", deploymentId)
                .mapTo(String.class)
                .list());
  }
}
