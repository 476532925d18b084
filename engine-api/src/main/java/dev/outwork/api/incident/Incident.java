package dev.outwork.api.incident;

import java.time.Instant;

/**
 * A problem that needs attention.
 *
 * @param incidentType such as {@link #FAILED_EXTERNAL_TASK}
 * @param processInstanceId null if the start of an instance failed
 * @param executionId null if the start of an instance failed
 * @param causeIncidentId the incident of the called instance that caused this one in its caller;
 *     its own id if it has no such cause
 * @param rootCauseIncidentId the incident at the bottom of the call hierarchy that caused this one;
 *     its own id if it has no such cause
 * @param configuration id of the external task or job; null if another incident caused it
 * @param incidentMessage may be null
 * @param annotation may be null
 */
public record Incident(
    String id,
    String processDefinitionId,
    String processInstanceId,
    String executionId,
    Instant incidentTimestamp,
    String incidentType,
    String activityId,
    String failedActivityId,
    String causeIncidentId,
    String rootCauseIncidentId,
    String configuration,
    String incidentMessage,
    String tenantId,
    String annotation) {
  public static final String FAILED_EXTERNAL_TASK = "failedExternalTask";
  public static final String FAILED_JOB = "failedJob";
}
