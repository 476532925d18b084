package dev.outwork.mover.source;

import java.sql.SQLException;
import java.time.Instant;

/**
 * Who listens, or what can be undone.
 *
 * @param configuration of a compensation, the execution that keeps what was inside
 */
public record SourceSubscription(
    String id,
    String processInstanceId,
    String executionId,
    String type,
    String eventName,
    String activityId,
    String configuration,
    Instant createdAt) {
  static SourceSubscription read(SourceRow row) throws SQLException {
    return new SourceSubscription(
        row.text("ID_"),
        row.text("PROC_INST_ID_"),
        row.text("EXECUTION_ID_"),
        row.text("EVENT_TYPE_"),
        row.text("EVENT_NAME_"),
        row.text("ACTIVITY_ID_"),
        row.text("CONFIGURATION_"),
        row.instant("CREATED_"));
  }
}
