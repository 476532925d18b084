package dev.outwork.rest.batch;

import dev.outwork.api.batch.Batch;
import java.time.Instant;

/**
 * A running batch.
 *
 * @param jobsCreated all jobs: a batch is complete from the start
 * @param invocationsPerBatchJob always 1: each element is a job of its own
 * @param seedJobDefinitionId always null, as the other two: there are no job definitions
 * @param tenantId always null
 */
public record BatchDto(
    String id,
    String type,
    int totalJobs,
    int jobsCreated,
    int batchJobsPerSeed,
    int invocationsPerBatchJob,
    String seedJobDefinitionId,
    String monitorJobDefinitionId,
    String batchJobDefinitionId,
    boolean suspended,
    String tenantId,
    String createUserId,
    Instant startTime,
    Instant executionStartTime) {

  public static BatchDto of(Batch batch) {
    return new BatchDto(
        batch.id(),
        batch.type(),
        batch.totalJobs(),
        batch.totalJobs(),
        batch.totalJobs(),
        1,
        null,
        null,
        null,
        batch.suspended(),
        null,
        batch.createUserId(),
        batch.startTime(),
        batch.executionStartTime());
  }
}
