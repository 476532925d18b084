package dev.outwork.api.history;

import static dev.outwork.api.Filter.Kind.DATE;
import static dev.outwork.api.Filter.Kind.FLAG;
import static dev.outwork.api.Filter.Kind.STRING;
import static dev.outwork.api.Filter.Kind.STRINGS;

import dev.outwork.api.Filter;

/** Filters of the list of open and ended incidents (docs/rest-api.md, "Historic incidents"). */
public enum HistoricIncidentFilter implements Filter {
  INCIDENT_ID("incidentId", STRING),
  INCIDENT_TYPE("incidentType", STRING),
  INCIDENT_MESSAGE("incidentMessage", STRING),
  INCIDENT_MESSAGE_LIKE("incidentMessageLike", STRING),
  PROCESS_DEFINITION_ID("processDefinitionId", STRING),
  PROCESS_DEFINITION_KEY("processDefinitionKey", STRING),
  PROCESS_DEFINITION_KEY_IN("processDefinitionKeyIn", STRINGS),
  PROCESS_INSTANCE_ID("processInstanceId", STRING),
  EXECUTION_ID("executionId", STRING),
  CREATE_TIME_BEFORE("createTimeBefore", DATE),
  CREATE_TIME_AFTER("createTimeAfter", DATE),
  END_TIME_BEFORE("endTimeBefore", DATE),
  END_TIME_AFTER("endTimeAfter", DATE),
  ACTIVITY_ID("activityId", STRING),
  FAILED_ACTIVITY_ID("failedActivityId", STRING),
  CAUSE_INCIDENT_ID("causeIncidentId", STRING),
  ROOT_CAUSE_INCIDENT_ID("rootCauseIncidentId", STRING),
  CONFIGURATION("configuration", STRING),
  HISTORY_CONFIGURATION("historyConfiguration", STRING),
  OPEN("open", FLAG),
  RESOLVED("resolved", FLAG),
  DELETED("deleted", FLAG),
  TENANT_ID_IN("tenantIdIn", STRINGS),
  WITHOUT_TENANT_ID("withoutTenantId", FLAG),
  JOB_DEFINITION_ID_IN("jobDefinitionIdIn", STRINGS);

  private final String parameter;
  private final Kind kind;

  HistoricIncidentFilter(String parameter, Kind kind) {
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
