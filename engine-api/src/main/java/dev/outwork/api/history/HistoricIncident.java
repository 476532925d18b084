package dev.outwork.api.history;

import java.time.Instant;

/**
 * An incident, open or ended.
 *
 * @param processInstanceId null if the start of an instance failed; likewise {@code executionId}
 *     and {@code rootProcessInstanceId}
 * @param endTime null while it is open
 * @param removalTime time from which history clean-up may delete it; null while the root process
 *     instance runs, and always if its definition has no history time to live
 * @param causeIncidentId the incident of the called instance that caused this one in its caller;
 *     its own id if it has no such cause
 * @param rootCauseIncidentId the incident at the bottom of the call hierarchy that caused this one;
 *     its own id if it has no such cause
 * @param configuration id of the external task or job; null if another incident caused it
 * @param historyConfiguration id of the external task log entry of the failure, or null
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

  /** The state of an incident. */
  public enum State {
    /** The incident needs attention. */
    OPEN,
    /** The cause was fixed. */
    RESOLVED,
    /** The failed element was deleted. */
    DELETED
  }
}
