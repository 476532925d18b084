package dev.outwork.mover.source;

import java.sql.SQLException;
import java.time.Instant;

/** A user task. */
public record SourceUserTask(
    String id,
    String processInstanceId,
    String executionId,
    String parentTaskId,
    String name,
    String description,
    People people,
    long priority,
    Times times) {
  /** Who has to do with it. */
  public record People(String assignee, String owner, String delegationState) {}

  /** When it was created, and when it should be done. */
  public record Times(Instant createdAt, Instant updatedAt, Instant dueAt, Instant followUpAt) {}

  static SourceUserTask read(SourceRow row) throws SQLException {
    return new SourceUserTask(
        row.text("ID_"),
        row.text("PROC_INST_ID_"),
        row.text("EXECUTION_ID_"),
        row.text("PARENT_TASK_ID_"),
        row.text("NAME_"),
        row.text("DESCRIPTION_"),
        new People(row.text("ASSIGNEE_"), row.text("OWNER_"), row.text("DELEGATION_")),
        row.number("PRIORITY_"),
        new Times(
            row.instant("CREATE_TIME_"),
            row.instant("LAST_UPDATED_"),
            row.instant("DUE_DATE_"),
            row.instant("FOLLOW_UP_DATE_")));
  }
}
