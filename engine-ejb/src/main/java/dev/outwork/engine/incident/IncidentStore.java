package dev.outwork.engine.incident;

import dev.outwork.engine.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Incidents in the database. */
@ApplicationScoped
public class IncidentStore {
  private static final String OPEN =
      """
      insert into incident (id, type, state, process_instance_id, process_definition_id, definition_key, execution_id,
                            activity_id, configuration, message, history_configuration, tenant_id, created_at)
      values (:id, :type, 'OPEN', :processInstanceId, :processDefinitionId, :definitionKey, :executionId,
              :activityId, :configuration, :message, :historyConfiguration, :tenantId, :createdAt)
      """;

  private static final String END =
      """
      update incident
         set state = :state,
             ended_at = :now
       where configuration in (<configurations>)
         and state = 'OPEN'
      """;

  private static final String DELETE_OF_INSTANCES =
      """
      delete from incident
       where process_instance_id in (<processInstanceIds>)
      """;

  private final Sql sql;

  /**
   * An incident to be opened.
   *
   * @param configuration id of what it is about
   * @param message may be null
   * @param historyConfiguration id of the line of history that tells of it, may be null
   */
  public record NewIncident(
      String id,
      String type,
      String processInstanceId,
      String processDefinitionId,
      String definitionKey,
      String executionId,
      String activityId,
      String configuration,
      String message,
      String historyConfiguration,
      String tenantId,
      Instant createdAt) {}

  /** For the container's proxy. */
  protected IncidentStore() {
    this(null);
  }

  @Inject
  IncidentStore(Sql sql) {
    this.sql = sql;
  }

  public void open(NewIncident incident) {
    sql.tell(handle -> handle.createUpdate(OPEN).bindMethods(incident).execute());
  }

  /** What the incidents of these things were about is mended. */
  public void resolve(Collection<String> configurations, Instant now) {
    end(configurations, "RESOLVED", now);
  }

  /** What the incidents of these things were about is gone. */
  public void delete(Collection<String> configurations, Instant now) {
    end(configurations, "DELETED", now);
  }

  /** Forgets the incidents of instances that go for good. */
  public void forget(List<String> processInstanceIds) {
    sql.tell(
        handle ->
            handle
                .createUpdate(DELETE_OF_INSTANCES)
                .bindList("processInstanceIds", processInstanceIds)
                .execute());
  }

  private void end(Collection<String> configurations, String state, Instant now) {
    if (configurations.isEmpty()) {
      return;
    }
    sql.tell(
        handle ->
            handle
                .createUpdate(END)
                .bindList("configurations", List.copyOf(configurations))
                .bind("state", state)
                .bind("now", now)
                .execute());
  }
}
