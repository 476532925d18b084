package dev.outwork.engine.job;

import dev.outwork.api.deployment.ProcessDefinition;
import dev.outwork.engine.database.Sql;
import dev.outwork.engine.database.Statement;
import dev.outwork.engine.inject.Collaborator;
import dev.outwork.engine.job.JobStore.Awaited;
import jakarta.inject.Inject;
import java.util.List;

/** The timers of start events in the database. */
@Collaborator
public class StartTimerStore {
  // The query waits for a timer that is being executed, whose next time is set by then.
  private static final Statement OF_KEY =
      Statement.of(
          """
          select j.id,
                 j.retries
            from job j
           where j.definition_key = :key
             and j.type = 'TIMER_START'
             and coalesce(j.tenant_id, '') = coalesce(:tenantId, '')
             for update
          """);

  private static final Statement OF_DEFINITIONS =
      Statement.of(
          """
          select j.id,
                 j.retries
            from job j
           where j.process_instance_id is null
             and j.process_definition_id in (:definitionIds)
             for update
          """);

  private final Sql sql;

  @Inject
  StartTimerStore(Sql sql) {
    this.sql = sql;
  }

  /** The timers that start a process, in any version. */
  List<Awaited> ofKey(ProcessDefinition definition) {
    return sql.rows(
        OF_KEY.with("key", definition.key()).with("tenantId", definition.tenantId()),
        Awaited::read);
  }

  /**
   * The jobs that start instances of these definitions, or are to suspend or activate one of them.
   */
  List<Awaited> ofDefinitions(List<String> definitionIds) {
    return sql.rows(OF_DEFINITIONS.with("definitionIds", definitionIds), Awaited::read);
  }
}
