package dev.outwork.rest.history;

import dev.outwork.api.history.UserOperation;
import java.time.Instant;

/**
 * An entry of the operation log.
 *
 * @param jobDefinitionId always null: there are no job definitions; likewise {@code
 *     caseDefinitionId}, {@code caseInstanceId} and {@code caseExecutionId}
 */
public record UserOperationDto(
    String id,
    String deploymentId,
    String processDefinitionId,
    String processDefinitionKey,
    String processInstanceId,
    String executionId,
    String caseDefinitionId,
    String caseInstanceId,
    String caseExecutionId,
    String taskId,
    String jobId,
    String jobDefinitionId,
    String batchId,
    String userId,
    Instant timestamp,
    String operationId,
    String externalTaskId,
    String operationType,
    String entityType,
    String property,
    String orgValue,
    String newValue,
    Instant removalTime,
    String rootProcessInstanceId,
    String category,
    String annotation) {

  static UserOperationDto of(UserOperation operation) {
    UserOperation.Subject subject = operation.subject();
    return new UserOperationDto(
        operation.id(),
        subject.deploymentId(),
        subject.processDefinitionId(),
        subject.processDefinitionKey(),
        subject.processInstanceId(),
        subject.executionId(),
        null,
        null,
        null,
        subject.taskId(),
        subject.jobId(),
        null,
        subject.batchId(),
        operation.userId(),
        operation.timestamp(),
        operation.operationId(),
        subject.externalTaskId(),
        operation.operationType(),
        operation.entityType(),
        operation.property(),
        operation.orgValue(),
        operation.newValue(),
        operation.removalTime(),
        subject.rootProcessInstanceId(),
        operation.category(),
        operation.annotation());
  }
}
