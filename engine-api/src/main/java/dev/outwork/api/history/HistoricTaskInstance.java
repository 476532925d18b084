package dev.outwork.api.history;

import dev.outwork.api.task.TaskDetails;
import java.time.Instant;

/**
 * A user task, open or ended.
 *
 * @param details as they are now, or were at its end
 * @param activityInstanceId {@code <activityId>:<executionId>}
 * @param state {@code Created}, {@code Updated}, {@code Completed} or {@code Deleted}, the last if
 *     it was cancelled
 * @param endTime null while it is open
 * @param removalTime time from which history clean-up may delete it; null while the root process
 *     instance runs, and always if its definition has no history time to live
 */
public record HistoricTaskInstance(
    String id,
    TaskDetails details,
    String taskDefinitionKey,
    String activityInstanceId,
    String executionId,
    String processInstanceId,
    String processDefinitionId,
    String processDefinitionKey,
    String state,
    Instant startTime,
    Instant endTime,
    String tenantId,
    Instant removalTime,
    String rootProcessInstanceId) {}
