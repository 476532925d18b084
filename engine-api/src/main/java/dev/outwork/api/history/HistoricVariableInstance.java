package dev.outwork.api.history;

import dev.outwork.api.variable.TypedValue;
import java.time.Instant;

/**
 * A variable of a running or ended instance, with its current or last value.
 *
 * @param value without the bytes of a file or of a binary value
 * @param executionId the activity or process instance that owns the variable
 * @param activityInstanceId {@code <activityId>:<executionId>}, or the process instance's id
 * @param taskId the user task that owns the variable; null for all others
 * @param createTime time at which it was first set
 * @param removalTime time from which history clean-up may delete it; null while the root process
 *     instance runs, and always if its definition has no history time to live
 * @param rootProcessInstanceId the root of the call hierarchy of its process instance
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
