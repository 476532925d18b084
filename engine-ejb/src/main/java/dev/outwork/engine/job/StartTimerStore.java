package dev.outwork.engine.job;

import dev.outwork.api.deployment.ProcessDefinition;
import dev.outwork.engine.database.Sql;
import dev.outwork.engine.job.JobStore.Awaited;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Which start events have timers, as the database has it. */
@ApplicationScoped
public class StartTimerStore {
  private static final String ONE_AT_A_TIME =
      """
      select l.name
        from engine_lock l
       where l.name = 'deployment'
         for update
      """;

  // A timer that is being run is waited for: its next time is set by then.
  private static final String OF_KEY =
      """
      select j.id,
             j.retries
        from job j
       where j.definition_key = :key
         and j.type = 'TIMER_START'
         and coalesce(j.tenant_id, '') = coalesce(:tenantId, '')
         for update
      """;

  private static final String OF_DEPLOYMENT =
      """
      select j.id,
             j.retries
        from job j
       where j.process_instance_id is null
         and j.process_definition_id in (select d.id
                                           from process_definition d
                                          where d.deployment_id = :deploymentId)
         for update
      """;

  // The latest versions that there will be without the deployment, where it has the latest now.
  private static final String LATEST_WITHOUT =
      """
      select distinct d.id
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
  protected StartTimerStore() {
    this(null);
  }

  @Inject
  StartTimerStore(Sql sql) {
    this.sql = sql;
  }

  /** Nobody deploys from here to the end of the transaction. */
  void holdDeployments() {
    sql.ask(handle -> handle.createQuery(ONE_AT_A_TIME).mapTo(String.class).one());
  }

  /** The timers that start a process, of whatever version. */
  List<Awaited> ofKey(ProcessDefinition definition) {
    return sql.ask(
        handle ->
            handle
                .createQuery(OF_KEY)
                .bind("key", definition.key())
                .bind("tenantId", definition.tenantId())
                .map(ConstructorMapper.of(Awaited.class))
                .list());
  }

  /** What starts instances of a deployment's definitions. */
  List<Awaited> ofDeployment(String deploymentId) {
    return sql.ask(
        handle ->
            handle
                .createQuery(OF_DEPLOYMENT)
                .bind("deploymentId", deploymentId)
                .map(ConstructorMapper.of(Awaited.class))
                .list());
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
