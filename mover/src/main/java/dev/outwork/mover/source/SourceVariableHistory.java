package dev.outwork.mover.source;

import java.sql.SQLException;
import java.time.Instant;

/**
 * What history knows of a variable: its last value.
 *
 * @param activityInstanceId whose it was; the id of the process instance if it was that one's
 * @param isDeleted whether somebody has removed it, and it did not just end with its scope
 */
public record SourceVariableHistory(
    SourceVariable variable, String activityInstanceId, Instant createdAt, boolean isDeleted) {
  static SourceVariableHistory read(SourceRow row) throws SQLException {
    return new SourceVariableHistory(
        new SourceVariable(
            row.text("ID_"),
            row.text("PROC_INST_ID_"),
            row.text("EXECUTION_ID_"),
            row.text("TASK_ID_"),
            row.text("NAME_"),
            row.text("VAR_TYPE_"),
            new SourceVariable.Value(
                row.text("TEXT_"),
                row.text("TEXT2_"),
                row.number("LONG_"),
                row.fraction("DOUBLE_"),
                row.text("BYTEARRAY_ID_"))),
        row.text("ACT_INST_ID_"),
        row.instant("CREATE_TIME_"),
        "DELETED".equals(row.text("STATE_")));
  }
}
