package dev.outwork.rest.batch;

import dev.outwork.api.batch.BatchFailure;
import java.time.Instant;

/** An element of a batch that was tried in vain. */
public record BatchFailureDto(String id, String elementId, String message, Instant failureTime) {

  static BatchFailureDto of(BatchFailure failure) {
    return new BatchFailureDto(
        failure.id(), failure.elementId(), failure.message(), failure.failureTime());
  }
}
