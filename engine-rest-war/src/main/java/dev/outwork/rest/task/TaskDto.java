package dev.outwork.rest.task;

import dev.outwork.api.task.DelegationState;
import dev.outwork.api.task.Task;
import dev.outwork.api.task.TaskDetails;
import java.time.Instant;

/**
 * A task in a list; attributes of cases, sub-tasks and referenced forms are always null.
 *
 * @param taskState {@code Created}, or {@code Updated} once it was changed
 */
public record TaskDto(
    String id,
    String name,
    String assignee,
    Instant created,
    Instant due,
    Instant followUp,
    Instant lastUpdated,
    DelegationState delegationState,
    String description,
    String executionId,
    String owner,
    String parentTaskId,
    int priority,
    String processDefinitionId,
    String processInstanceId,
    String taskDefinitionKey,
    String caseExecutionId,
    String caseInstanceId,
    String caseDefinitionId,
    boolean suspended,
    String formKey,
    Object camundaFormRef,
    String tenantId,
    String taskState) {

  static TaskDto of(Task task) {
    TaskDetails details = task.details();
    return new TaskDto(
        task.id(),
        details.name(),
        details.assignee(),
        task.created(),
        details.due(),
        details.followUp(),
        task.lastUpdated(),
        details.delegationState(),
        details.description(),
        task.executionId(),
        details.owner(),
        null,
        details.priority(),
        task.processDefinitionId(),
        task.processInstanceId(),
        task.taskDefinitionKey(),
        null,
        null,
        null,
        task.suspended(),
        task.formKey(),
        null,
        task.tenantId(),
        task.lastUpdated() == null ? "Created" : "Updated");
  }
}
