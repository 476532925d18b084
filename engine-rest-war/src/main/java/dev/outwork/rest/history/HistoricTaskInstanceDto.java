package dev.outwork.rest.history;

import dev.outwork.api.history.HistoricTaskInstance;
import dev.outwork.api.task.TaskDetails;
import java.time.Duration;
import java.time.Instant;

/**
 * A user task, open or ended. Attributes of cases and of tasks below others are always null.
 *
 * @param deleteReason {@code completed}, {@code deleted}, or null while it is open
 * @param duration in milliseconds; null while it is open
 */
public record HistoricTaskInstanceDto(
    String id,
    String processDefinitionKey,
    String processDefinitionId,
    String processInstanceId,
    String executionId,
    String caseDefinitionKey,
    String caseDefinitionId,
    String caseInstanceId,
    String caseExecutionId,
    String activityInstanceId,
    String name,
    String description,
    String deleteReason,
    String owner,
    String assignee,
    Instant startTime,
    Instant endTime,
    Long duration,
    String taskDefinitionKey,
    int priority,
    Instant due,
    String parentTaskId,
    Instant followUp,
    String tenantId,
    Instant removalTime,
    String rootProcessInstanceId,
    String taskState) {

  static HistoricTaskInstanceDto of(HistoricTaskInstance task) {
    TaskDetails details = task.details();
    Instant end = task.endTime();
    return new HistoricTaskInstanceDto(
        task.id(),
        task.processDefinitionKey(),
        task.processDefinitionId(),
        task.processInstanceId(),
        task.executionId(),
        null,
        null,
        null,
        null,
        task.activityInstanceId(),
        details.name(),
        details.description(),
        end == null ? null : deleteReason(task),
        details.owner(),
        details.assignee(),
        task.startTime(),
        end,
        end == null ? null : Duration.between(task.startTime(), end).toMillis(),
        task.taskDefinitionKey(),
        details.priority(),
        details.due(),
        null,
        details.followUp(),
        task.tenantId(),
        task.removalTime(),
        task.rootProcessInstanceId(),
        task.state());
  }

  private static String deleteReason(HistoricTaskInstance task) {
    return task.state().equals("Deleted") ? "deleted" : "completed";
  }
}
