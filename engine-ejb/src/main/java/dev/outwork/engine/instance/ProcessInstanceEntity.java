package dev.outwork.engine.instance;

import dev.outwork.api.history.HistoricProcessInstance;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.engine.deployment.ProcessDefinitionEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;

/** A process instance as lists see it; written by {@link InstanceStore}. */
@Entity
@Table(name = "process_instance")
public class ProcessInstanceEntity {
  @Id private String id;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "process_definition_id")
  private ProcessDefinitionEntity definition;

  @Column(name = "process_definition_id", insertable = false, updatable = false)
  private String definitionId;

  @Column(name = "definition_key")
  private String definitionKey;

  @Column(name = "business_key")
  private String businessKey;

  @Column(name = "tenant_id")
  private String tenantId;

  private String state;

  @Column(name = "start_activity_id")
  private String startActivityId;

  @Column(name = "started_at")
  private Instant startedAt;

  @Column(name = "ended_at")
  private Instant endedAt;

  /** Milliseconds, computed by the database. */
  @Column(insertable = false, updatable = false)
  private Long duration;

  @Column(name = "delete_reason")
  private String deleteReason;

  protected ProcessInstanceEntity() {}

  boolean isRunning() {
    return endedAt == null;
  }

  ProcessInstance toProcessInstance() {
    return new ProcessInstance(
        id,
        definitionId,
        definitionKey,
        businessKey,
        tenantId,
        endedAt != null,
        state.equals("SUSPENDED"));
  }

  public HistoricProcessInstance toHistoricProcessInstance() {
    return new HistoricProcessInstance(
        id,
        businessKey,
        definitionId,
        definitionKey,
        definition.name(),
        definition.version(),
        startedAt,
        endedAt,
        startActivityId,
        deleteReason,
        tenantId,
        state);
  }
}
