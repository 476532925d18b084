package dev.outwork.mover.source;

import java.sql.SQLException;
import java.time.Instant;

/** What history knows of a running process instance. */
public record SourceProcessHistory(String id, String startActivityId, Instant startedAt) {
  static SourceProcessHistory read(SourceRow row) throws SQLException {
    return new SourceProcessHistory(
        row.text("ID_"), row.text("START_ACT_ID_"), row.instant("START_TIME_"));
  }
}
