package dev.outwork.api.history;

import dev.outwork.api.SortKey;

/** Sort keys of the list of open and ended incidents (docs/rest-api.md, "Historic incidents"). */
public enum HistoricIncidentSort implements SortKey {
  INCIDENT_ID("incidentId"),
  INCIDENT_MESSAGE("incidentMessage"),
  CREATE_TIME("createTime"),
  END_TIME("endTime"),
  INCIDENT_TYPE("incidentType"),
  EXECUTION_ID("executionId"),
  ACTIVITY_ID("activityId"),
  PROCESS_INSTANCE_ID("processInstanceId"),
  PROCESS_DEFINITION_ID("processDefinitionId"),
  PROCESS_DEFINITION_KEY("processDefinitionKey"),
  CAUSE_INCIDENT_ID("causeIncidentId"),
  ROOT_CAUSE_INCIDENT_ID("rootCauseIncidentId"),
  CONFIGURATION("configuration"),
  HISTORY_CONFIGURATION("historyConfiguration"),
  TENANT_ID("tenantId"),
  INCIDENT_STATE("incidentState");

  private final String parameter;

  HistoricIncidentSort(String parameter) {
    this.parameter = parameter;
  }

  @Override
  public String parameter() {
    return parameter;
  }
}
