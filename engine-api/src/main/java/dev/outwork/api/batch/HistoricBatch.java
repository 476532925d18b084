package dev.outwork.api.batch;

import java.time.Instant;

/**
 * A batch that runs, or has run.
 *
 * @param executionStartTime when its first element was taken up; null before
 * @param endTime when its last element was done or it was deleted; null while it runs
 */
public record HistoricBatch(
    String id,
    String type,
    int totalJobs,
    Instant startTime,
    Instant executionStartTime,
    Instant endTime) {}
