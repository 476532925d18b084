package dev.outwork.mover.source;

import java.sql.SQLException;
import java.time.Instant;

/**
 * What history knows of a user task, open or ended.
 *
 * @param deleteReason of one that has ended: whether it was completed
 */
public record SourceTaskHistory(
    String id,
    String processInstanceId,
    String activityInstanceId,
    String activityId,
    String name,
    String description,
    SourceUserTask.People people,
    Long priority,
    SourceUserTask.Times times,
    Instant endedAt,
    String deleteReason) {
  static SourceTaskHistory read(SourceRow row) throws SQLException {
    return new SourceTaskHistory(
        row.text("ID_"),
        row.text("PROC_INST_ID_"),
        row.text("ACT_INST_ID_"),
        row.text("TASK_DEF_KEY_"),
        row.text("NAME_"),
        row.text("DESCRIPTION_"),
        new SourceUserTask.People(row.text("ASSIGNEE_"), row.text("OWNER_"), null),
        row.number("PRIORITY_"),
        new SourceUserTask.Times(
            row.instant("START_TIME_"),
            null,
            row.instant("DUE_DATE_"),
            row.instant("FOLLOW_UP_DATE_")),
        row.instant("END_TIME_"),
        row.text("DELETE_REASON_"));
  }
}
