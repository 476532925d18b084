package dev.outwork.mover.source;

import java.sql.SQLException;
import java.time.Instant;

/**
 * An external task.
 *
 * @param createdAt null before 7.21
 */
public record SourceExternalTask(
    String id,
    String processInstanceId,
    String executionId,
    String topicName,
    long priority,
    Lock lock,
    Trouble trouble,
    Instant createdAt) {
  /** Who has it, or had it last. */
  public record Lock(String workerId, Instant until) {}

  /** Why it failed, and how often it may still be tried. */
  public record Trouble(Long retries, String errorMessage, String errorDetailsId) {}

  static SourceExternalTask read(SourceRow row) throws SQLException {
    return new SourceExternalTask(
        row.text("ID_"),
        row.text("PROC_INST_ID_"),
        row.text("EXECUTION_ID_"),
        row.text("TOPIC_NAME_"),
        row.number("PRIORITY_"),
        new Lock(row.text("WORKER_ID_"), row.instant("LOCK_EXP_TIME_")),
        new Trouble(row.number("RETRIES_"), row.text("ERROR_MSG_"), row.text("ERROR_DETAILS_ID_")),
        row.instant("CREATE_TIME_"));
  }
}
