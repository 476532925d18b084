package dev.outwork.engine.incident;

import dev.outwork.api.incident.Incident;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** An incident as lists see it; written by {@link IncidentStore}. */
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

  private String configuration;
  private String message;
  private String annotation;

  @Column(name = "tenant_id")
  private String tenantId;

  @Column(name = "created_at")
  private Instant createdAt;

  protected IncidentEntity() {}

  boolean isOpen() {
    return state.equals("OPEN");
  }

  // Nothing passes incidents on to a caller yet, so each one is its own cause (wire section 6.6).
  Incident toIncident() {
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
        annotation);
  }
}
