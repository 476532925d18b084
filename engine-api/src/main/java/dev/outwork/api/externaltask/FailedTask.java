package dev.outwork.api.externaltask;

import java.util.Objects;

/** A task whose work could not be done, and what is to be said of it. */
public record FailedTask(String id, Failure failure) implements TaskReport {
  public FailedTask {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(failure, "failure");
  }
}
