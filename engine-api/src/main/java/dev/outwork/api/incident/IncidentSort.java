package dev.outwork.api.incident;

import dev.outwork.api.SortKey;

/** Sort keys of the list of open incidents (docs/rest-api.md, "Incidents"). */
public enum IncidentSort implements SortKey {
  INCIDENT_ID("incidentId"),
  INCIDENT_MESSAGE("incidentMessage"),
  INCIDENT_TIMESTAMP("incidentTimestamp"),
  INCIDENT_TYPE("incidentType"),
  EXECUTION_ID("executionId"),
  ACTIVITY_ID("activityId"),
  PROCESS_INSTANCE_ID("processInstanceId"),
  PROCESS_DEFINITION_ID("processDefinitionId"),
  CAUSE_INCIDENT_ID("causeIncidentId"),
  ROOT_CAUSE_INCIDENT_ID("rootCauseIncidentId"),
  CONFIGURATION("configuration"),
  TENANT_ID("tenantId");

  private final String parameter;

  IncidentSort(String parameter) {
    this.parameter = parameter;
  }

  @Override
  public String parameter() {
    return parameter;
  }
}
