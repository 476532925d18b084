package dev.outwork.engine.incident;

import dev.outwork.api.incident.Incident;
import dev.outwork.engine.database.Ids;
import dev.outwork.engine.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Incidents in the database. */
@ApplicationScoped
public class IncidentStore {
  private static final String OPEN =
      """
      insert into incident (id, type, state, process_instance_id, process_definition_id, definition_key, execution_id,
                            activity_id, failed_activity_id, cause_incident_id, root_cause_incident_id, configuration,
                            message, history_configuration, tenant_id, created_at)
      values (:id, :type, 'OPEN', :processInstanceId, :processDefinitionId, :definitionKey, :executionId,
              :activityId, :failedActivityId, :causeIncidentId, :rootCauseIncidentId, :configuration,
              :message, :historyConfiguration, :tenantId, :createdAt)
      """;

  // docs/rest-api.md, "Retries and incidents": a caller has the incidents of the instances that it
  // called.
  private static final String CALLER_OF =
      """
      select c.process_instance_id,
             i.process_definition_id,
             i.definition_key,
             c.id as execution_id,
             c.activity_id,
             i.tenant_id
        from process_instance called
        join activity_instance c
          on c.id = called.super_activity_id
        join process_instance i
          on i.id = c.process_instance_id
       where called.id = :id
      """;

  private static final String END =
      """
      update incident
         set state = :state,
             ended_at = :now
       where state = 'OPEN'
         and root_cause_incident_id in (select cause.id
                                          from incident cause
                                         where cause.configuration in (<configurations>)
                                           and cause.state = 'OPEN')
      """;

  private static final String DELETE_AT =
      """
      update incident
         set state = 'DELETED',
             ended_at = :now
       where state = 'OPEN'
         and root_cause_incident_id in (select cause.id
                                          from incident cause
                                         where cause.execution_id in (<executionIds>)
                                           and cause.state = 'OPEN')
      """;

  private static final String RESOLVE =
      """
      update incident
         set state = 'RESOLVED',
             ended_at = :now
       where id = :id
         and state = 'OPEN'
      """;

  // Each caller has one incident for each of the called instance.
  private static final String PASSED_ON =
      """
      select i.id
        from incident i
       where i.root_cause_incident_id = :rootCauseId
         and i.cause_incident_id = :id
         and i.id <> :id
         and i.state = 'OPEN'
      """;

  private static final String ANNOTATE =
      """
      update incident
         set annotation = :annotation
       where id = :id
         and state = 'OPEN'
      """;

  private static final String OPEN_OF_INSTANCE =
      """
      select i.id,
             i.execution_id,
             i.activity_id
        from incident i
       where i.process_instance_id = :processInstanceId
         and i.state = 'OPEN'
       order by i.id
      """;

  private static final String DELETE_OF_INSTANCES =
      """
      delete from incident
       where process_instance_id in (<processInstanceIds>)
      """;

  private final Sql sql;

  /**
   * A new incident.
   *
   * @param configuration id of the failed element; null for the incident of a caller; freely chosen
   *     if a client created the incident
   * @param message may be null
   * @param historyConfiguration id of the log entry of the failure, may be null
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
      Instant createdAt) {

    /** The incident once it is open. */
    public Incident toIncident() {
      return new Incident(
          id,
          processDefinitionId,
          processInstanceId,
          executionId,
          createdAt,
          type,
          activityId,
          activityId,
          id,
          id,
          configuration,
          message,
          tenantId,
          null);
    }

    private NewIncident passedOnTo(Caller caller) {
      return new NewIncident(
          Ids.next(),
          type,
          caller.processInstanceId(),
          caller.processDefinitionId(),
          caller.definitionKey(),
          caller.executionId(),
          caller.activityId(),
          null,
          message,
          null,
          caller.tenantId(),
          createdAt);
    }
  }

  /** An open incident and its activity. */
  public record OpenIncident(String id, String executionId, String activityId) {}

  /** Required for the container's proxy. */
  protected IncidentStore() {
    this(null);
  }

  @Inject
  IncidentStore(Sql sql) {
    this.sql = sql;
  }

  /** The running call activity that called an instance. */
  public record Caller(
      String processInstanceId,
      String processDefinitionId,
      String definitionKey,
      String executionId,
      String activityId,
      String tenantId) {}

  /** Opens an incident, and one at each call activity above it. */
  public void open(NewIncident incident) {
    sql.tell(
        handle -> {
          insert(handle, incident, incident.id(), incident.id());
          NewIncident cause = incident;
          for (Optional<Caller> caller = callerOf(handle, incident.processInstanceId());
              caller.isPresent();
              caller = callerOf(handle, caller.get().processInstanceId())) {
            NewIncident passedOn = cause.passedOnTo(caller.get());
            insert(handle, passedOn, cause.id(), incident.id());
            cause = passedOn;
          }
        });
  }

  private static void insert(
      Handle handle, NewIncident incident, String causeId, String rootCauseId) {
    handle
        .createUpdate(OPEN)
        .bindMethods(incident)
        .bind("failedActivityId", incident.activityId())
        .bind("causeIncidentId", causeId)
        .bind("rootCauseIncidentId", rootCauseId)
        .execute();
  }

  private static Optional<Caller> callerOf(Handle handle, String processInstanceId) {
    return handle
        .createQuery(CALLER_OF)
        .bind("id", processInstanceId)
        .map(ConstructorMapper.of(Caller.class))
        .findOne();
  }

  /** The open incidents of an instance. */
  public List<OpenIncident> openOf(String processInstanceId) {
    return sql.ask(
        handle ->
            handle
                .createQuery(OPEN_OF_INSTANCE)
                .bind("processInstanceId", processInstanceId)
                .map(ConstructorMapper.of(OpenIncident.class))
                .list());
  }

  /** Resolves one incident, and the incidents that it caused in callers. */
  void resolve(String id, String rootCauseId, Instant now) {
    sql.tell(
        handle -> {
          for (Optional<String> next = Optional.of(id);
              next.isPresent();
              next = passedOn(handle, next.get(), rootCauseId)) {
            handle.createUpdate(RESOLVE).bind("id", next.get()).bind("now", now).execute();
          }
        });
  }

  private static Optional<String> passedOn(Handle handle, String id, String rootCauseId) {
    return handle
        .createQuery(PASSED_ON)
        .bind("id", id)
        .bind("rootCauseId", rootCauseId)
        .mapTo(String.class)
        .findOne();
  }

  /**
   * Annotates an open incident, or removes the annotation if it is null; false if no such incident
   * is open.
   */
  boolean annotate(String id, String annotation) {
    return sql.ask(
        handle ->
            handle.createUpdate(ANNOTATE).bind("id", id).bind("annotation", annotation).execute()
                == 1);
  }

  /** Resolves the incidents of these elements. */
  public void resolve(Collection<String> configurations, Instant now) {
    end(configurations, "RESOLVED", now);
  }

  /** Deletes the incidents of these elements. */
  public void delete(Collection<String> configurations, Instant now) {
    end(configurations, "DELETED", now);
  }

  /** Deletes the incidents of activities that have ended. */
  public void deleteAt(Collection<String> executionIds, Instant now) {
    sql.tell(
        handle ->
            handle
                .createUpdate(DELETE_AT)
                .bindList("executionIds", List.copyOf(executionIds))
                .bind("now", now)
                .execute());
  }

  /** Deletes the history of incidents of instances that are deleted permanently. */
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
