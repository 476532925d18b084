package dev.outwork.api.externaltask;

/**
 * The outcome of one of many reports.
 *
 * @param id of the task
 * @param failure the exception that the same report would have thrown by itself; null if it was
 *     accepted and committed
 */
public record ReportOutcome(String id, RuntimeException failure) {
  public boolean isTaken() {
    return failure == null;
  }
}
