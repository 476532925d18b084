package dev.outwork.rest.history;

import dev.outwork.api.history.HistoricActivityInstance;
import java.time.Duration;
import java.time.Instant;

/**
 * A running or ended activity. Attributes that the engine does not have, such as cases, are always
 * null.
 *
 * @param durationInMillis null while it runs
 */
public record HistoricActivityInstanceDto(
    String id,
    String parentActivityInstanceId,
    String activityId,
    String activityName,
    String activityType,
    String processDefinitionKey,
    String processDefinitionId,
    String processInstanceId,
    String executionId,
    String taskId,
    String calledProcessInstanceId,
    String calledCaseInstanceId,
    String assignee,
    Instant startTime,
    Instant endTime,
    Long durationInMillis,
    boolean canceled,
    boolean completeScope,
    String tenantId,
    Instant removalTime,
    String rootProcessInstanceId) {

  static HistoricActivityInstanceDto of(HistoricActivityInstance activity) {
    Instant end = activity.endTime();
    return new HistoricActivityInstanceDto(
        activity.id(),
        activity.parentActivityInstanceId(),
        activity.activityId(),
        activity.activityName(),
        activity.activityType(),
        activity.processDefinitionKey(),
        activity.processDefinitionId(),
        activity.processInstanceId(),
        activity.executionId(),
        activity.taskId(),
        activity.calledProcessInstanceId(),
        null,
        activity.assignee(),
        activity.startTime(),
        end,
        end == null ? null : Duration.between(activity.startTime(), end).toMillis(),
        activity.canceled(),
        activity.completeScope(),
        activity.tenantId(),
        activity.removalTime(),
        activity.rootProcessInstanceId());
  }
}
