package dev.outwork.rest.history;

import dev.outwork.api.history.HistoricIncident;
import dev.outwork.api.history.HistoricIncident.State;
import java.time.Instant;

/**
 * An incident; exactly one of {@code open}, {@code deleted} and {@code resolved} is true.
 *
 * @param jobDefinitionId always null: there are no job definitions
 */
public record HistoricIncidentDto(
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
    String jobDefinitionId,
    boolean open,
    boolean deleted,
    boolean resolved,
    String annotation) {

  static HistoricIncidentDto of(HistoricIncident incident) {
    return new HistoricIncidentDto(
        incident.id(),
        incident.processDefinitionKey(),
        incident.processDefinitionId(),
        incident.processInstanceId(),
        incident.executionId(),
        incident.rootProcessInstanceId(),
        incident.createTime(),
        incident.endTime(),
        incident.removalTime(),
        incident.incidentType(),
        incident.activityId(),
        incident.failedActivityId(),
        incident.causeIncidentId(),
        incident.rootCauseIncidentId(),
        incident.configuration(),
        incident.historyConfiguration(),
        incident.incidentMessage(),
        incident.tenantId(),
        null,
        incident.state() == State.OPEN,
        incident.state() == State.DELETED,
        incident.state() == State.RESOLVED,
        incident.annotation());
  }
}
