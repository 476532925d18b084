package dev.outwork.api.batch;

/**
 * A batch and its progress.
 *
 * @param remainingJobs number of unprocessed elements, failed ones included
 * @param completedJobs number of processed elements
 * @param failedJobs number of failed elements
 */
public record BatchStatistics(
    Batch batch, long remainingJobs, long completedJobs, long failedJobs) {}
