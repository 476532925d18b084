package dev.outwork.mover.source;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** A timer or an asynchronous continuation. */
public record SourceJob(
    String id,
    String processInstanceId,
    String executionId,
    Handler handler,
    Timing timing,
    long retries,
    long priority,
    Failure failure,
    boolean suspended) {
  /** What it does, and where. */
  public record Handler(String type, String configuration) {}

  /**
   * When it runs.
   *
   * @param dueAt null for at once
   * @param repeat null if it does not repeat
   */
  public record Timing(Instant createdAt, Instant dueAt, Repeat repeat) {}

  /**
   * How often it runs.
   *
   * @param cycle as it was when the timer was created
   * @param offset by which somebody has moved all its times
   * @param zone of the times in the cycle
   */
  public record Repeat(String cycle, Duration offset, ZoneId zone) {}

  /** Why it failed last. */
  public record Failure(String message, String detailsId, String activityId) {}

  static SourceJob read(SourceRow row) throws SQLException {
    return new SourceJob(
        row.text("ID_"),
        row.text("PROCESS_INSTANCE_ID_"),
        row.text("EXECUTION_ID_"),
        new Handler(row.text("HANDLER_TYPE_"), row.text("HANDLER_CFG_")),
        new Timing(row.instant("CREATE_TIME_"), row.instant("DUEDATE_"), repeat(row)),
        row.number("RETRIES_"),
        row.number("PRIORITY_"),
        new Failure(
            row.text("EXCEPTION_MSG_"),
            row.text("EXCEPTION_STACK_ID_"),
            row.text("FAILED_ACT_ID_")),
        row.isSuspended());
  }

  private static Repeat repeat(SourceRow row) throws SQLException {
    String cycle = row.text("REPEAT_");
    if (cycle == null || cycle.isBlank()) {
      return null;
    }
    Long offset = row.number("REPEAT_OFFSET_");
    return new Repeat(cycle, Duration.ofMillis(offset == null ? 0 : offset), row.zone());
  }
}
