package dev.outwork.api.history;

import java.time.Instant;

/**
 * One line of an external task's life.
 *
 * @param retries as they were before the line was written; null if never set
 */
public record ExternalTaskLog(
    String id,
    Instant timestamp,
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
    String tenantId) {

  /** What happened. */
  public enum Kind {
    CREATED,
    FAILED,
    SUCCESSFUL,
    DELETED
  }
}
