package dev.outwork.api.history;

import java.time.Instant;

/**
 * An entry of the operation log: what a user has done by hand, or one of the properties that it has
 * changed. Entries of one operation have the same {@code operationId}.
 *
 * @param operationType such as {@code Claim}, as Camunda 7 names it
 * @param entityType such as {@code Task}, as Camunda 7 names it
 * @param category {@code TaskWorker}, {@code Operator} or {@code Admin}
 * @param property that has changed; null if the operation has none
 * @param orgValue before; null if there was none or it is unknown
 * @param newValue after; null if there is none
 * @param subject on what it was done
 * @param removalTime time from which history clean-up may delete it; null while the root process
 *     instance runs, if its definition has no history time to live, and of operations on no
 *     instance
 * @param annotation may be null
 */
public record UserOperation(
    String id,
    String userId,
    Instant timestamp,
    String operationId,
    String operationType,
    String entityType,
    String category,
    String property,
    String orgValue,
    String newValue,
    Subject subject,
    Instant removalTime,
    String annotation) {

  /** The ids of everything that an operation was done on, each may be null. */
  public record Subject(
      String deploymentId,
      String processDefinitionId,
      String processDefinitionKey,
      String rootProcessInstanceId,
      String processInstanceId,
      String executionId,
      String taskId,
      String externalTaskId,
      String jobId,
      String batchId,
      String tenantId) {}
}
