package dev.outwork.rest.externaltask;

import dev.outwork.api.externaltask.ExternalTask;
import java.time.Instant;

/** An external task in a list (docs/rest-api.md, "External task fields"). */
public record ExternalTaskDto(
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

  static ExternalTaskDto of(ExternalTask task) {
    return new ExternalTaskDto(
        task.id(),
        task.topicName(),
        task.activityId(),
        task.activityInstanceId(),
        task.executionId(),
        task.processInstanceId(),
        task.processDefinitionId(),
        task.processDefinitionKey(),
        task.processDefinitionVersionTag(),
        task.tenantId(),
        task.businessKey(),
        task.workerId(),
        task.lockExpirationTime(),
        task.createTime(),
        task.retries(),
        task.errorMessage(),
        task.suspended(),
        task.priority());
  }
}
