package dev.outwork.api.variable;

/**
 * A variable of a running instance, and what it belongs to.
 *
 * @param value in lists without the content of files and bytes
 * @param executionId the process instance or the activity that it belongs to, or whose task it
 *     belongs to
 * @param taskId the user task that it belongs to; else null
 * @param activityInstanceId as {@code executionId}, in the words of the tree of activity instances:
 *     an activity is {@code <activityId>:<executionId>}
 * @param tenantId may be null
 */
public record VariableInstance(
    String id,
    String name,
    TypedValue value,
    String processDefinitionId,
    String processInstanceId,
    String executionId,
    String taskId,
    String activityInstanceId,
    String tenantId) {}
