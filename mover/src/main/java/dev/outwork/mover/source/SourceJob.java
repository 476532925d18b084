package dev.outwork.mover.source;

import java.sql.SQLException;
import java.time.Instant;

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
   * @param repeat the cycle as it was when the timer was created
   */
  public record Timing(Instant createdAt, Instant dueAt, String repeat) {}

  /** Why it failed last. */
  public record Failure(String message, String detailsId, String activityId) {}

  static SourceJob read(SourceRow row) throws SQLException {
    return new SourceJob(
        row.text("ID_"),
        row.text("PROCESS_INSTANCE_ID_"),
        row.text("EXECUTION_ID_"),
        new Handler(row.text("HANDLER_TYPE_"), row.text("HANDLER_CFG_")),
        new Timing(row.instant("CREATE_TIME_"), row.instant("DUEDATE_"), row.text("REPEAT_")),
        row.number("RETRIES_"),
        row.number("PRIORITY_"),
        new Failure(
            row.text("EXCEPTION_MSG_"),
            row.text("EXCEPTION_STACK_ID_"),
            row.text("FAILED_ACT_ID_")),
        row.isSuspended());
  }
}
