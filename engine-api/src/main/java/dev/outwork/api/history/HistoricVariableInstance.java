package dev.outwork.api.history;

import dev.outwork.api.variable.TypedValue;
import java.time.Instant;

/**
 * A variable of a running or an ended instance, with the value that it has or had at the end.
 *
 * @param value without the bytes of a file or of a binary value
 * @param executionId the activity or process instance whose variable it is
 * @param activityInstanceId {@code <activityId>:<executionId>}, or the process instance's id
 * @param taskId the user task whose own variable it is; null for any other
 * @param createTime when it was first set
 * @param removalTime when it may be forgotten; null while the root of the calls runs, and for ever
 *     if that has no history time to live
 * @param rootProcessInstanceId the outermost instance of the calls that its instance is in
 */
public record HistoricVariableInstance(
    String id,
    String name,
    TypedValue value,
    String processDefinitionKey,
    String processDefinitionId,
    String processInstanceId,
    String executionId,
    String activityInstanceId,
    String taskId,
    String tenantId,
    Instant createTime,
    Instant removalTime,
    String rootProcessInstanceId) {}
