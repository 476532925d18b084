package dev.outwork.api.incident;

import java.time.Instant;

/**
 * Something that somebody must look at.
 *
 * @param incidentType such as {@link #FAILED_EXTERNAL_TASK}
 * @param processInstanceId null if something failed to start one
 * @param executionId likewise
 * @param causeIncidentId the incident of the called instance, from which this one of its caller
 *     stems; its own id if nothing was called
 * @param rootCauseIncidentId likewise, at the bottom of all calls
 * @param configuration id of the external task or job; null if it stems from another incident
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
