package dev.outwork.api.externaltask;

import java.time.Instant;

/**
 * Work that waits for, or is with, a worker (docs/rest-api.md, "External task fields").
 *
 * @param activityId id of the element in the model
 * @param activityInstanceId {@code <activityId>:<executionId>}
 * @param executionId id of the activity under way; variables are seen from there
 * @param workerId who locked it last, kept after expiry and failure; null if never locked or
 *     unlocked
 * @param lockExpirationTime may lie in the past; null if never locked or unlocked
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

  /** The same task with a lock that ends at another time. */
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
