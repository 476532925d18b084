package dev.outwork.rest.batch;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.outwork.api.batch.BatchStatistics;

/** A running batch and its progress. */
public record BatchStatisticsDto(
    @JsonUnwrapped BatchDto batch, long remainingJobs, long completedJobs, long failedJobs) {

  static BatchStatisticsDto of(BatchStatistics statistics) {
    return new BatchStatisticsDto(
        BatchDto.of(statistics.batch()),
        statistics.remainingJobs(),
        statistics.completedJobs(),
        statistics.failedJobs());
  }
}
