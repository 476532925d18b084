package dev.outwork.engine.incident;

import dev.outwork.api.incident.Incident;
import dev.outwork.engine.database.Ids;
import dev.outwork.engine.database.Row;
import java.time.Instant;

/** An incident that begins. */
public record NewIncident(String id, String type, Location at, Cause cause, Instant createdAt) {

  /** The activity that it is at, a call activity for the incident of a caller. */
  public record Location(
      String processInstanceId,
      String processDefinitionId,
      String definitionKey,
      String executionId,
      String activityId,
      String tenantId) {
    static Location read(Row row) {
      return new Location(
          row.text("process_instance_id"),
          row.text("process_definition_id"),
          row.text("definition_key"),
          row.text("execution_id"),
          row.text("activity_id"),
          row.text("tenant_id"));
    }
  }

  /**
   * What has happened.
   *
   * @param configuration id of the failed element; null for the incident of a caller; freely chosen
   *     if a client created the incident
   * @param message may be null
   * @param historyConfiguration id of the log entry of the failure, may be null
   */
  public record Cause(String configuration, String message, String historyConfiguration) {}

  public static NewIncident of(String type, Location at, Cause cause, Instant now) {
    return new NewIncident(Ids.next(), type, at, cause, now);
  }

  /** The incident once it is open. */
  public Incident toIncident() {
    return new Incident(
        id,
        at.processDefinitionId,
        at.processInstanceId,
        at.executionId,
        createdAt,
        type,
        at.activityId,
        at.activityId,
        id,
        id,
        cause.configuration,
        cause.message,
        at.tenantId,
        null);
  }

  NewIncident passedOnTo(Location caller) {
    return of(type, caller, new Cause(null, cause.message, null), createdAt);
  }
}
