package dev.outwork.mover.source;

import java.sql.SQLException;

/**
 * A variable of an execution or a user task.
 *
 * @param type the name of what has serialized it
 * @param taskId null if it belongs to the execution
 */
public record SourceVariable(
    String id,
    String processInstanceId,
    String executionId,
    String taskId,
    String name,
    String type,
    Value value) {
  /** Its columns; what they mean depends on the type. */
  public record Value(String text, String text2, Long number, Double fraction, String bytesId) {}

  static SourceVariable read(SourceRow row) throws SQLException {
    return new SourceVariable(
        row.text("ID_"),
        row.text("PROC_INST_ID_"),
        row.text("EXECUTION_ID_"),
        row.text("TASK_ID_"),
        row.text("NAME_"),
        row.text("TYPE_"),
        new Value(
            row.text("TEXT_"),
            row.text("TEXT2_"),
            row.number("LONG_"),
            row.fraction("DOUBLE_"),
            row.text("BYTEARRAY_ID_")));
  }
}
