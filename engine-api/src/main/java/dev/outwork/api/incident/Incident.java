package dev.outwork.api.incident;

import java.time.Instant;

/**
 * Something that somebody must look at.
 *
 * @param incidentType {@link #FAILED_EXTERNAL_TASK} so far
 * @param configuration id of the external task
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
}
