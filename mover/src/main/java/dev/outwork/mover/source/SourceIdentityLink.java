package dev.outwork.mover.source;

import java.sql.SQLException;

/** What a user or a group has to do with a user task. */
public record SourceIdentityLink(
    String id, String taskId, String userId, String groupId, String type) {
  static SourceIdentityLink read(SourceRow row) throws SQLException {
    return new SourceIdentityLink(
        row.text("ID_"),
        row.text("TASK_ID_"),
        row.text("USER_ID_"),
        row.text("GROUP_ID_"),
        row.text("TYPE_"));
  }
}
