package dev.outwork.api.batch;

/**
 * A batch and how far it is.
 *
 * @param remainingJobs elements that are not done, failed ones included
 * @param completedJobs elements that are done
 * @param failedJobs elements that were tried in vain
 */
public record BatchStatistics(
    Batch batch, long remainingJobs, long completedJobs, long failedJobs) {}
