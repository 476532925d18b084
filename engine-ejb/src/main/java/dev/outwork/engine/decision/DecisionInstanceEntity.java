package dev.outwork.engine.decision;

import dev.outwork.api.history.HistoricDecisionInstance;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/** An evaluated decision; it never changes. */
@Entity
@Table(name = "decision_instance")
public class DecisionInstanceEntity {
  @Id private String id;

  @Column(name = "decision_definition_id")
  private String definitionId;

  @Column(name = "definition_key")
  private String definitionKey;

  @Column(name = "definition_name")
  private String definitionName;

  @Column(name = "requirements_id")
  private String requirementsId;

  @Column(name = "requirements_key")
  private String requirementsKey;

  @Column(name = "root_id")
  private String rootId;

  @Column(name = "evaluated_at")
  private Instant evaluatedAt;

  @Column(name = "process_definition_id")
  private String processDefinitionId;

  @Column(name = "process_definition_key")
  private String processDefinitionKey;

  @Column(name = "process_instance_id")
  private String processInstanceId;

  @Column(name = "root_process_instance_id")
  private String rootProcessInstanceId;

  @Column(name = "activity_id")
  private String activityId;

  @Column(name = "activity_instance_id")
  private String activityInstanceId;

  @Column(name = "tenant_id")
  private String tenantId;

  @Column(name = "user_id")
  private String userId;

  @Column(name = "collect_result")
  private Double collectResult;

  @Column(name = "inputs")
  private String inputs;

  @Column(name = "outputs")
  private String outputs;

  protected DecisionInstanceEntity() {}

  public String definitionId() {
    return definitionId;
  }

  /** Null if no process evaluated it. */
  public String processInstanceId() {
    return processInstanceId;
  }

  /**
   * The removal time if no process evaluated it; {@code timeToLive} is null for an unlimited time.
   */
  public Instant removalTime(Integer timeToLive) {
    return timeToLive == null ? null : evaluatedAt.plus(Duration.ofDays(timeToLive));
  }

  /** {@code removalTime} is null if it is unknown. */
  public HistoricDecisionInstance toHistoricDecisionInstance(Instant removalTime) {
    return new HistoricDecisionInstance(
        id,
        definitionId,
        definitionKey,
        definitionName,
        evaluatedAt,
        removalTime,
        processDefinitionId,
        processDefinitionKey,
        processInstanceId,
        rootProcessInstanceId,
        activityId,
        activityInstanceId,
        userId,
        collectResult,
        rootId,
        requirementsId,
        requirementsKey,
        tenantId,
        Clauses.read(inputs),
        Clauses.read(outputs));
  }
}
