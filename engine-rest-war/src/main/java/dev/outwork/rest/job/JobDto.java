package dev.outwork.rest.job;

import dev.outwork.api.job.Job;
import java.time.Instant;

/**
 * A job.
 *
 * @param jobDefinitionId always null: there are no job definitions
 * @param batchId always null: no job belongs to a batch
 */
public record JobDto(
    String id,
    String jobDefinitionId,
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
    Instant createTime,
    String batchId) {

  static JobDto of(Job job) {
    return new JobDto(
        job.id(),
        null,
        job.processInstanceId(),
        job.processDefinitionId(),
        job.processDefinitionKey(),
        job.executionId(),
        job.exceptionMessage(),
        job.failedActivityId(),
        job.retries(),
        job.dueDate(),
        job.suspended(),
        job.priority(),
        job.tenantId(),
        job.createTime(),
        null);
  }
}
