package dev.outwork.rest.batch;

import dev.outwork.api.batch.HistoricBatch;
import java.time.Instant;

/**
 * A running or ended batch.
 *
 * @param removalTime always null: clean-up does not delete batches
 */
public record HistoricBatchDto(
    String id,
    String type,
    int totalJobs,
    int batchJobsPerSeed,
    int invocationsPerBatchJob,
    String seedJobDefinitionId,
    String monitorJobDefinitionId,
    String batchJobDefinitionId,
    String tenantId,
    String createUserId,
    Instant startTime,
    Instant executionStartTime,
    Instant endTime,
    Instant removalTime) {

  static HistoricBatchDto of(HistoricBatch batch) {
    return new HistoricBatchDto(
        batch.id(),
        batch.type(),
        batch.totalJobs(),
        batch.totalJobs(),
        1,
        null,
        null,
        null,
        null,
        batch.createUserId(),
        batch.startTime(),
        batch.executionStartTime(),
        batch.endTime(),
        null);
  }
}
