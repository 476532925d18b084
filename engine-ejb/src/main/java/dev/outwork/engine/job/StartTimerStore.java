package dev.outwork.engine.job;

import dev.outwork.api.deployment.ProcessDefinition;
import dev.outwork.engine.database.Sql;
import dev.outwork.engine.job.JobStore.Awaited;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** The timers of start events in the database. */
@ApplicationScoped
public class StartTimerStore {
  // The query waits for a timer that is being executed, whose next time is set by then.
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

  private static final String OF_DEFINITIONS =
      """
      select j.id,
             j.retries
        from job j
       where j.process_instance_id is null
         and j.process_definition_id in (<definitionIds>)
         for update
      """;

  private final Sql sql;

  /** Required for the container's proxy. */
  protected StartTimerStore() {
    this(null);
  }

  @Inject
  StartTimerStore(Sql sql) {
    this.sql = sql;
  }

  /** The timers that start a process, in any version. */
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

  /**
   * The jobs that start instances of these definitions, or are to suspend or activate one of them.
   */
  List<Awaited> ofDefinitions(List<String> definitionIds) {
    return sql.ask(
        handle ->
            handle
                .createQuery(OF_DEFINITIONS)
                .bindList("definitionIds", definitionIds)
                .map(ConstructorMapper.of(Awaited.class))
                .list());
  }
}
