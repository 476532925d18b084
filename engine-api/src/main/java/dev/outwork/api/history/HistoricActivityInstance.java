package dev.outwork.api.history;

import java.time.Instant;

/**
 * An activity that was entered, under way or ended.
 *
 * @param id {@code <activityId>:<executionId>}
 * @param parentActivityInstanceId that of the sub-process or multi-instance body around it, or the
 *     process instance's id
 * @param activityName null if it has none
 * @param activityType as named in docs/rest-api.md, "Activity types"
 * @param taskId id of its user task; null if it is none
 * @param calledProcessInstanceId the instance that it has called; null if it is no call activity
 * @param assignee of its user task, may be null
 * @param endTime null while it is under way
 * @param canceled whether it was taken away before it was done
 * @param completeScope whether its token ended here
 * @param removalTime when it may be forgotten; null while the root of the calls runs, and for ever
 *     if that has no history time to live
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
