package dev.outwork.api.variable;

/**
 * A variable of a running instance and its scope.
 *
 * @param value in lists without the content of files and bytes
 * @param executionId the process instance or activity that owns the variable, or whose task does
 * @param taskId the user task that owns the variable; otherwise null
 * @param activityInstanceId as {@code executionId}, but in the form of activity instance ids:
 *     {@code <activityId>:<executionId>} for an activity
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
