package dev.outwork.engine.instance;

import dev.outwork.engine.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Process instances in the database. */
@ApplicationScoped
public class InstanceStore {
  private static final String INSERT =
      """
      insert into process_instance (id, process_definition_id, definition_key, business_key, tenant_id, state,
                                    start_activity_id, started_at, ended_at)
      values (:id, :definitionId, :definitionKey, :businessKey, :tenantId, :state, :startActivityId, :startedAt, :endedAt)
      """;

  // Ended instances are history: whoever waits here for one that ends meanwhile finds nothing.
  private static final String LOCK =
      """
      select i.id,
             i.process_definition_id as definition_id,
             i.definition_key,
             i.business_key,
             i.tenant_id,
             i.state = 'SUSPENDED' as suspended
        from process_instance i
       where i.id = :id
         and i.ended_at is null
         for update
      """;

  private static final String END =
      """
      update process_instance
         set state = :state,
             ended_at = :now,
             delete_reason = :deleteReason
       where id = :id
      """;

  private static final String SET_STATE =
      """
      update process_instance
         set state = :state
       where id = :id
      """;

  private static final String OF_DEPLOYMENT =
      """
      select i.id
        from process_instance i
       where i.process_definition_id in (select d.id
                                           from process_definition d
                                          where d.deployment_id = :deploymentId)
       order by i.id
         for update
      """;

  private static final List<String> DELETE =
      List.of(
          "delete from variable where process_instance_id in (<ids>)",
          "delete from activity_instance where process_instance_id in (<ids>)",
          "delete from process_instance where id in (<ids>)");

  private final Sql sql;

  /** A locked instance as it is stored. */
  public record Locked(
      String id,
      String definitionId,
      String definitionKey,
      String businessKey,
      String tenantId,
      boolean suspended) {
    Instance toInstance(String versionTag) {
      return new Instance(
          id, definitionId, definitionKey, versionTag, businessKey, tenantId, suspended);
    }
  }

  /** For the container's proxy. */
  protected InstanceStore() {
    this(null);
  }

  @Inject
  InstanceStore(Sql sql) {
    this.sql = sql;
  }

  void insert(Instance instance, String startActivityId, Instant now, boolean ended) {
    sql.tell(
        handle ->
            handle
                .createUpdate(INSERT)
                .bindMethods(instance)
                .bind("state", ended ? "COMPLETED" : "ACTIVE")
                .bind("startActivityId", startActivityId)
                .bind("startedAt", now)
                .bind("endedAt", ended ? now : null)
                .execute());
  }

  /**
   * Takes hold of a running instance until the transaction ends; nobody else moves its tokens
   * meanwhile.
   */
  Optional<Locked> lock(String id) {
    return sql.ask(
        handle ->
            handle
                .createQuery(LOCK)
                .bind("id", id)
                .map(ConstructorMapper.of(Locked.class))
                .findOne());
  }

  void end(String id, String state, String deleteReason, Instant now) {
    sql.tell(
        handle ->
            handle
                .createUpdate(END)
                .bind("id", id)
                .bind("state", state)
                .bind("deleteReason", deleteReason)
                .bind("now", now)
                .execute());
  }

  void setSuspended(String id, boolean suspended) {
    sql.tell(
        handle ->
            handle
                .createUpdate(SET_STATE)
                .bind("id", id)
                .bind("state", suspended ? "SUSPENDED" : "ACTIVE")
                .execute());
  }

  /** Takes hold of all instances of a deployment, running and ended. */
  List<String> lockAllOf(String deploymentId) {
    return sql.ask(
        handle ->
            handle
                .createQuery(OF_DEPLOYMENT)
                .bind("deploymentId", deploymentId)
                .mapTo(String.class)
                .list());
  }

  /** Deletes instances with their activities and variables. */
  void delete(List<String> ids) {
    sql.tell(
        handle ->
            DELETE.forEach(
                statement -> handle.createUpdate(statement).bindList("ids", ids).execute()));
  }
}
