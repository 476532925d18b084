package dev.outwork.api.incident;

import static dev.outwork.api.Filter.Kind.DATE;
import static dev.outwork.api.Filter.Kind.STRING;
import static dev.outwork.api.Filter.Kind.STRINGS;

import dev.outwork.api.Filter;

/** Filters of the list of open incidents (docs/rest-api.md, "Incidents"). */
public enum IncidentFilter implements Filter {
  INCIDENT_ID("incidentId", STRING),
  INCIDENT_TYPE("incidentType", STRING),
  INCIDENT_MESSAGE("incidentMessage", STRING),
  INCIDENT_MESSAGE_LIKE("incidentMessageLike", STRING),
  PROCESS_DEFINITION_ID("processDefinitionId", STRING),
  PROCESS_DEFINITION_KEY_IN("processDefinitionKeyIn", STRINGS),
  PROCESS_INSTANCE_ID("processInstanceId", STRING),
  EXECUTION_ID("executionId", STRING),
  INCIDENT_TIMESTAMP_BEFORE("incidentTimestampBefore", DATE),
  INCIDENT_TIMESTAMP_AFTER("incidentTimestampAfter", DATE),
  ACTIVITY_ID("activityId", STRING),
  FAILED_ACTIVITY_ID("failedActivityId", STRING),
  CAUSE_INCIDENT_ID("causeIncidentId", STRING),
  ROOT_CAUSE_INCIDENT_ID("rootCauseIncidentId", STRING),
  CONFIGURATION("configuration", STRING),
  TENANT_ID_IN("tenantIdIn", STRINGS),
  JOB_DEFINITION_ID_IN("jobDefinitionIdIn", STRINGS);

  private final String parameter;
  private final Kind kind;

  IncidentFilter(String parameter, Kind kind) {
    this.parameter = parameter;
    this.kind = kind;
  }

  @Override
  public String parameter() {
    return parameter;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
