package dev.outwork.api.batch;

import java.time.Instant;

/**
 * A running or ended batch.
 *
 * @param createUserId who has created it; null if the engine, or if nobody had to log in
 * @param executionStartTime start of its first element; null before
 * @param endTime time at which it completed or was deleted; null while it runs
 */
public record HistoricBatch(
    String id,
    String type,
    int totalJobs,
    String createUserId,
    Instant startTime,
    Instant executionStartTime,
    Instant endTime) {}
