package dev.outwork.rest.incident;

import dev.outwork.api.incident.Incident;
import java.time.Instant;

/**
 * An open incident.
 *
 * @param jobDefinitionId always null: there are no job definitions
 */
public record IncidentDto(
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
    String jobDefinitionId,
    String annotation) {

  public static IncidentDto of(Incident incident) {
    return new IncidentDto(
        incident.id(),
        incident.processDefinitionId(),
        incident.processInstanceId(),
        incident.executionId(),
        incident.incidentTimestamp(),
        incident.incidentType(),
        incident.activityId(),
        incident.failedActivityId(),
        incident.causeIncidentId(),
        incident.rootCauseIncidentId(),
        incident.configuration(),
        incident.incidentMessage(),
        incident.tenantId(),
        null,
        incident.annotation());
  }
}
