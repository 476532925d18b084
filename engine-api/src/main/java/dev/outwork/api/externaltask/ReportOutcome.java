package dev.outwork.api.externaltask;

/**
 * What became of one report of many.
 *
 * @param id of the task
 * @param failure what the same report would have thrown if it had been made alone; null if it was
 *     taken, and then it is committed
 */
public record ReportOutcome(String id, RuntimeException failure) {
  public boolean isTaken() {
    return failure == null;
  }
}
