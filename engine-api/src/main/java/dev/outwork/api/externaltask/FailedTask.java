package dev.outwork.api.externaltask;

import java.util.Objects;

/** A task whose work failed, and the failure. */
public record FailedTask(String id, Failure failure) implements TaskReport {
  public FailedTask {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(failure, "failure");
  }
}
