package dev.outwork.rest.batch;

import dev.outwork.api.batch.BatchFailure;
import java.time.Instant;

/** A failed element of a batch. */
public record BatchFailureDto(String id, String elementId, String message, Instant failureTime) {

  static BatchFailureDto of(BatchFailure failure) {
    return new BatchFailureDto(
        failure.id(), failure.elementId(), failure.message(), failure.failureTime());
  }
}
