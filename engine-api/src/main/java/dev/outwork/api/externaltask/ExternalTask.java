package dev.outwork.api.externaltask;

import java.time.Instant;

/**
 * An external task: work that waits for a worker, or that a worker has locked (docs/rest-api.md, "External task fields").
 *
 * @param activityId id of the element in the model
 * @param activityInstanceId {@code <activityId>:<executionId>}
 * @param executionId id of the running activity, the scope in which variables are resolved
 * @param workerId the last worker that locked the task, kept after expiry and failure; null if it
 *     was never locked or has been unlocked
 * @param lockExpirationTime may lie in the past; null if the task was never locked or has been
 *     unlocked
 * @param retries null if never set, which means unlimited
 * @param errorMessage of the last failure, at most 666 characters, may be null
 */
public record ExternalTask(
    String id,
    String topicName,
    String activityId,
    String activityInstanceId,
    String executionId,
    String processInstanceId,
    String processDefinitionId,
    String processDefinitionKey,
    String processDefinitionVersionTag,
    String tenantId,
    String businessKey,
    String workerId,
    Instant lockExpirationTime,
    Instant createTime,
    Integer retries,
    String errorMessage,
    boolean suspended,
    long priority) {

  /** This task with another lock expiration time. */
  public ExternalTask lockedUntil(Instant end) {
    return new ExternalTask(
        id,
        topicName,
        activityId,
        activityInstanceId,
        executionId,
        processInstanceId,
        processDefinitionId,
        processDefinitionKey,
        processDefinitionVersionTag,
        tenantId,
        businessKey,
        workerId,
        end,
        createTime,
        retries,
        errorMessage,
        suspended,
        priority);
  }
}
