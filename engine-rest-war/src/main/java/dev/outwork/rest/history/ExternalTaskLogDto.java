package dev.outwork.rest.history;

import dev.outwork.api.history.ExternalTaskLog;
import dev.outwork.api.history.ExternalTaskLog.Kind;
import java.time.Instant;

/** An entry of the external task log; exactly one of the last four is true. */
public record ExternalTaskLogDto(
    String id,
    Instant timestamp,
    Instant removalTime,
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
    String rootProcessInstanceId,
    boolean creationLog,
    boolean failureLog,
    boolean successLog,
    boolean deletionLog) {

  static ExternalTaskLogDto of(ExternalTaskLog line) {
    return new ExternalTaskLogDto(
        line.id(),
        line.timestamp(),
        line.removalTime(),
        line.externalTaskId(),
        line.topicName(),
        line.workerId(),
        line.priority(),
        line.retries(),
        line.errorMessage(),
        line.activityId(),
        line.activityInstanceId(),
        line.executionId(),
        line.processInstanceId(),
        line.processDefinitionId(),
        line.processDefinitionKey(),
        line.tenantId(),
        line.rootProcessInstanceId(),
        line.kind() == Kind.CREATED,
        line.kind() == Kind.FAILED,
        line.kind() == Kind.SUCCESSFUL,
        line.kind() == Kind.DELETED);
  }
}
