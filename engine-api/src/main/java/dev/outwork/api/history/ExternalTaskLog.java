package dev.outwork.api.history;

import java.time.Instant;

/**
 * One entry of the log of an external task.
 *
 * @param removalTime time from which history clean-up may delete it; null while the root process
 *     instance runs, and always if its definition has no history time to live
 * @param retries before this entry was written; null if never set
 * @param rootProcessInstanceId the root of the call hierarchy of its process instance
 */
public record ExternalTaskLog(
    String id,
    Instant timestamp,
    Instant removalTime,
    Kind kind,
    String externalTaskId,
    String topicName,
    String workerId,
    long priority,
    Integer retries,
    String errorMessage,
    String activityId,
    String activityInstanceId,
    String executionId,
    String processInstanceId,
    String processDefinitionId,
    String processDefinitionKey,
    String tenantId,
    String rootProcessInstanceId) {

  /** The event that was logged. */
  public enum Kind {
    CREATED,
    FAILED,
    SUCCESSFUL,
    DELETED
  }
}
