package dev.outwork.api.history;

import java.time.Instant;

/**
 * An activity instance, running or ended.
 *
 * @param id {@code <activityId>:<executionId>}
 * @param parentActivityInstanceId the surrounding sub-process or multi-instance body, or the
 *     process instance's id
 * @param activityName null if it has none
 * @param activityType in the terms of docs/rest-api.md, "Activity types"
 * @param taskId id of its user task; null for other activities
 * @param calledProcessInstanceId the called instance; null unless it is a call activity
 * @param assignee of its user task, may be null
 * @param endTime null while it runs
 * @param canceled whether it was cancelled before it completed
 * @param completeScope whether its token ended here
 * @param removalTime time from which history clean-up may delete it; null while the root process
 *     instance runs, and always if its definition has no history time to live
 */
public record HistoricActivityInstance(
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
    String assignee,
    Instant startTime,
    Instant endTime,
    boolean canceled,
    boolean completeScope,
    String tenantId,
    Instant removalTime,
    String rootProcessInstanceId) {}
