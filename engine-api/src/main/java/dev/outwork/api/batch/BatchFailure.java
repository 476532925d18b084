package dev.outwork.api.batch;

import java.time.Instant;

/**
 * An element of a batch that was tried in vain.
 *
 * @param id of this job of the batch
 * @param elementId what it should be done with: an external task, a process instance
 * @param message why it could not be done
 * @param failureTime when it was tried last
 */
public record BatchFailure(String id, String elementId, String message, Instant failureTime) {}
