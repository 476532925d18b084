package dev.outwork.mover.source;

import java.sql.SQLException;
import java.time.Instant;

/** What history knows of an activity instance, running or ended. */
public record SourceActivityHistory(
    String id,
    String processInstanceId,
    String executionId,
    String parentId,
    String activityId,
    String activityType,
    String calledInstanceId,
    Instant startedAt,
    Instant endedAt,
    Long order,
    Long state) {
  static SourceActivityHistory read(SourceRow row) throws SQLException {
    return new SourceActivityHistory(
        row.text("ID_"),
        row.text("PROC_INST_ID_"),
        row.text("EXECUTION_ID_"),
        row.text("PARENT_ACT_INST_ID_"),
        row.text("ACT_ID_"),
        row.text("ACT_TYPE_"),
        row.text("CALL_PROC_INST_ID_"),
        row.instant("START_TIME_"),
        row.instant("END_TIME_"),
        row.number("SEQUENCE_COUNTER_"),
        row.number("ACT_INST_STATE_"));
  }
}
