package dev.outwork.engine.history;

import dev.outwork.api.history.UserOperation;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** An entry of the operation log, for lists; written by {@code OperationStore}. */
@Entity
@Table(name = "user_operation")
public class UserOperationEntity {
  @Id private String id;

  @Column(name = "operation_id")
  private String operationId;

  @Column(name = "user_id")
  private String userId;

  @Column(name = "logged_at")
  private Instant loggedAt;

  @Column(name = "operation_type")
  private String operationType;

  @Column(name = "entity_type")
  private String entityType;

  private String category;
  private String property;

  @Column(name = "original_value")
  private String originalValue;

  @Column(name = "new_value")
  private String newValue;

  @Column(name = "deployment_id")
  private String deploymentId;

  @Column(name = "process_definition_id")
  private String processDefinitionId;

  @Column(name = "definition_key")
  private String definitionKey;

  @Column(name = "root_process_instance_id")
  private String rootProcessInstanceId;

  @Column(name = "process_instance_id")
  private String processInstanceId;

  @Column(name = "execution_id")
  private String executionId;

  @Column(name = "task_id")
  private String taskId;

  @Column(name = "external_task_id")
  private String externalTaskId;

  @Column(name = "job_id")
  private String jobId;

  @Column(name = "batch_id")
  private String batchId;

  @Column(name = "tenant_id")
  private String tenantId;

  private String annotation;

  protected UserOperationEntity() {}

  /** Null if it was done on no instance. */
  String rootProcessInstanceId() {
    return rootProcessInstanceId;
  }

  /** Null if it was done on no process. */
  String definitionKey() {
    return definitionKey;
  }

  /**
   * @param removalTime may be null
   */
  UserOperation toUserOperation(Instant removalTime) {
    return new UserOperation(
        id,
        userId,
        loggedAt,
        operationId,
        operationType,
        entityType,
        category,
        property,
        originalValue,
        newValue,
        new UserOperation.Subject(
            deploymentId,
            processDefinitionId,
            definitionKey,
            rootProcessInstanceId,
            processInstanceId,
            executionId,
            taskId,
            externalTaskId,
            jobId,
            batchId,
            tenantId),
        removalTime,
        annotation);
  }
}
