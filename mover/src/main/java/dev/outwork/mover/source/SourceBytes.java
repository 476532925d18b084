package dev.outwork.mover.source;

import java.sql.SQLException;

/** A long value, which stands beside the row that has it. */
record SourceBytes(String id, byte[] content) {
  static SourceBytes read(SourceRow row) throws SQLException {
    return new SourceBytes(row.text("ID_"), row.bytes("BYTES_"));
  }
}
