package dev.outwork.mover.source;

import java.sql.SQLException;
import java.time.Instant;

/**
 * What history knows of an incident, open or ended.
 *
 * @param state 0 while it is open, 1 for resolved, 2 deleted
 * @param historyConfiguration the line of a log that tells of the failure
 */
public record SourceIncidentHistory(
    SourceIncident incident, Instant endedAt, Long state, String historyConfiguration) {
  static SourceIncidentHistory read(SourceRow row) throws SQLException {
    return new SourceIncidentHistory(
        SourceIncident.read(row, "CREATE_TIME_"),
        row.instant("END_TIME_"),
        row.number("INCIDENT_STATE_"),
        row.text("HISTORY_CONFIGURATION_"));
  }
}
