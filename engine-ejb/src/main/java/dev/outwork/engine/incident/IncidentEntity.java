package dev.outwork.engine.incident;

import dev.outwork.api.history.HistoricIncident;
import dev.outwork.api.incident.Incident;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** An incident, for lists; written by {@link IncidentStore}. */
@Entity
@Table(name = "incident")
public class IncidentEntity {
  @Id private String id;
  private String type;
  private String state;

  @Column(name = "process_instance_id")
  private String processInstanceId;

  @Column(name = "process_definition_id")
  private String processDefinitionId;

  @Column(name = "definition_key")
  private String definitionKey;

  @Column(name = "execution_id")
  private String executionId;

  @Column(name = "activity_id")
  private String activityId;

  @Column(name = "failed_activity_id")
  private String failedActivityId;

  @Column(name = "cause_incident_id")
  private String causeIncidentId;

  @Column(name = "root_cause_incident_id")
  private String rootCauseIncidentId;

  private String configuration;

  @Column(name = "history_configuration")
  private String historyConfiguration;

  private String message;
  private String annotation;

  @Column(name = "tenant_id")
  private String tenantId;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "ended_at")
  private Instant endedAt;

  protected IncidentEntity() {}

  /** A new incident that is its own cause. */
  public static Incident begun(NewIncident begun) {
    IncidentEntity incident = new IncidentEntity();
    incident.id = begun.id();
    incident.type = begun.type();
    incident.processInstanceId = begun.at().processInstanceId();
    incident.processDefinitionId = begun.at().processDefinitionId();
    incident.executionId = begun.at().executionId();
    incident.activityId = begun.at().activityId();
    incident.failedActivityId = begun.at().activityId();
    incident.causeIncidentId = begun.id();
    incident.rootCauseIncidentId = begun.id();
    incident.configuration = begun.cause().configuration();
    incident.message = begun.cause().message();
    incident.tenantId = begun.at().tenantId();
    incident.createdAt = begun.createdAt();
    return incident.toIncident();
  }

  boolean isOpen() {
    return state.equals("OPEN");
  }

  /** Null if the start of an instance failed. */
  public String processInstanceId() {
    return processInstanceId;
  }

  /**
   * @param rootProcessInstanceId the root of the call hierarchy of its instance, or null
   * @param removalTime time from which history clean-up may delete it, or null
   */
  public HistoricIncident toHistoricIncident(String rootProcessInstanceId, Instant removalTime) {
    return new HistoricIncident(
        id,
        definitionKey,
        processDefinitionId,
        processInstanceId,
        executionId,
        rootProcessInstanceId,
        createdAt,
        endedAt,
        removalTime,
        type,
        activityId,
        failedActivityId,
        causeIncidentId,
        rootCauseIncidentId,
        configuration,
        historyConfiguration,
        message,
        tenantId,
        HistoricIncident.State.valueOf(state),
        annotation);
  }

  String definitionKey() {
    return definitionKey;
  }

  Incident toIncident() {
    return new Incident(
        id,
        processDefinitionId,
        processInstanceId,
        executionId,
        createdAt,
        type,
        activityId,
        failedActivityId,
        causeIncidentId,
        rootCauseIncidentId,
        configuration,
        message,
        tenantId,
        annotation);
  }
}
