package dev.outwork.api.batch;

import java.time.Instant;

/**
 * A failed element of a batch.
 *
 * @param id of this job of the batch
 * @param elementId the element: an external task or a process instance
 * @param message reason of the failure
 * @param failureTime time of the last attempt
 */
public record BatchFailure(String id, String elementId, String message, Instant failureTime) {}
