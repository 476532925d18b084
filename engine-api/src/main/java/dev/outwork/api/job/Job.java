package dev.outwork.api.job;

import java.time.Instant;

/**
 * A timer, an asynchronous continuation, or the delivery of a signal.
 *
 * @param processInstanceId null if it starts an instance
 * @param executionId the activity or process instance that waits for it; null if it starts an
 *     instance
 * @param exceptionMessage of the last failure; null if there was none
 * @param failedActivityId of the last failure; null if there was none
 * @param dueDate earliest time of its execution
 * @param tenantId may be null
 */
public record Job(
    String id,
    String processInstanceId,
    String processDefinitionId,
    String processDefinitionKey,
    String executionId,
    String exceptionMessage,
    String failedActivityId,
    int retries,
    Instant dueDate,
    boolean suspended,
    long priority,
    String tenantId,
    Instant createTime) {}
