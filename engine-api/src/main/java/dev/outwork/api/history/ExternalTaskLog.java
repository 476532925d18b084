package dev.outwork.api.history;

import java.time.Instant;

/**
 * One line of an external task's life.
 *
 * @param removalTime when it may be forgotten; null while the root of the calls runs, and for ever
 *     if that has no history time to live
 * @param retries as they were before the line was written; null if never set
 * @param rootProcessInstanceId the outermost instance of the calls that its instance is in
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

  /** What happened. */
  public enum Kind {
    CREATED,
    FAILED,
    SUCCESSFUL,
    DELETED
  }
}
