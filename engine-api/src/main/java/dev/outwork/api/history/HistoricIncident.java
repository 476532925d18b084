package dev.outwork.api.history;

import java.time.Instant;

/**
 * An incident, open or ended.
 *
 * @param processInstanceId null if something failed to start one; likewise {@code executionId} and
 *     {@code rootProcessInstanceId}
 * @param endTime null while it is open
 * @param removalTime when it may be forgotten; null while the root of the calls runs, and for ever
 *     if that has no history time to live
 * @param causeIncidentId the incident of the called instance, from which this one of its caller
 *     stems; its own id if nothing was called
 * @param rootCauseIncidentId likewise, at the bottom of all calls
 * @param configuration id of the external task or job; null if it stems from another incident
 * @param historyConfiguration id of the line of the external-task log that tells of the failure, or
 *     null
 * @param incidentMessage may be null
 * @param annotation may be null
 */
public record HistoricIncident(
    String id,
    String processDefinitionKey,
    String processDefinitionId,
    String processInstanceId,
    String executionId,
    String rootProcessInstanceId,
    Instant createTime,
    Instant endTime,
    Instant removalTime,
    String incidentType,
    String activityId,
    String failedActivityId,
    String causeIncidentId,
    String rootCauseIncidentId,
    String configuration,
    String historyConfiguration,
    String incidentMessage,
    String tenantId,
    State state,
    String annotation) {

  /** How an incident stands. */
  public enum State {
    /** Somebody must look. */
    OPEN,
    /** What was wrong is mended. */
    RESOLVED,
    /** What was wrong is gone. */
    DELETED
  }
}
