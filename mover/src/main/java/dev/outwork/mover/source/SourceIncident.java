package dev.outwork.mover.source;

import java.sql.SQLException;
import java.time.Instant;

/** An open incident. */
public record SourceIncident(
    String id,
    String processInstanceId,
    String executionId,
    String type,
    Instant createdAt,
    At at,
    Cause cause,
    String message,
    String annotation) {
  /** The element. */
  public record At(String activityId, String failedActivityId) {}

  /** What it is about, and the incidents that it comes from. */
  public record Cause(String configuration, String incidentId, String rootIncidentId) {}

  static SourceIncident read(SourceRow row) throws SQLException {
    return read(row, "INCIDENT_TIMESTAMP_");
  }

  /**
   * Of the one table, or of that of the history, which calls the time of its creation otherwise.
   */
  static SourceIncident read(SourceRow row, String createdAt) throws SQLException {
    return new SourceIncident(
        row.text("ID_"),
        row.text("PROC_INST_ID_"),
        row.text("EXECUTION_ID_"),
        row.text("INCIDENT_TYPE_"),
        row.instant(createdAt),
        new At(row.text("ACTIVITY_ID_"), row.text("FAILED_ACTIVITY_ID_")),
        new Cause(
            row.text("CONFIGURATION_"),
            row.text("CAUSE_INCIDENT_ID_"),
            row.text("ROOT_CAUSE_INCIDENT_ID_")),
        row.text("INCIDENT_MSG_"),
        row.text("ANNOTATION_"));
  }
}
