package dev.outwork.mover.source;

import java.sql.SQLException;
import java.time.Instant;

/**
 * A line of the log of external tasks.
 *
 * @param state 0 for created, 1 failed, 2 successful, 3 deleted
 */
public record SourceTaskLog(
    String id,
    String processInstanceId,
    String taskId,
    Instant loggedAt,
    long state,
    String topicName,
    String workerId,
    long priority,
    SourceExternalTask.Trouble trouble,
    String activityId,
    String activityInstanceId) {
  static SourceTaskLog read(SourceRow row) throws SQLException {
    return new SourceTaskLog(
        row.text("ID_"),
        row.text("PROC_INST_ID_"),
        row.text("EXT_TASK_ID_"),
        row.instant("TIMESTAMP_"),
        row.number("STATE_"),
        row.text("TOPIC_NAME_"),
        row.text("WORKER_ID_"),
        row.number("PRIORITY_"),
        new SourceExternalTask.Trouble(
            row.number("RETRIES_"), row.text("ERROR_MSG_"), row.text("ERROR_DETAILS_ID_")),
        row.text("ACT_ID_"),
        row.text("ACT_INST_ID_"));
  }
}
