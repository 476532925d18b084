package dev.outwork.api.history;

import static dev.outwork.api.Filter.Kind.DATE;
import static dev.outwork.api.Filter.Kind.FLAG;
import static dev.outwork.api.Filter.Kind.STRING;
import static dev.outwork.api.Filter.Kind.STRINGS;
import static dev.outwork.api.Filter.Kind.VARIABLE_CONDITIONS;

import dev.outwork.api.Filter;
import java.util.List;

/** Filters of the list of running and ended process instances (docs/rest-api.md, "Historic process instances"). */
public enum HistoricProcessInstanceFilter implements Filter {
  PROCESS_INSTANCE_ID("processInstanceId", STRING),
  PROCESS_INSTANCE_IDS("processInstanceIds", STRINGS),
  PROCESS_INSTANCE_ID_NOT_IN("processInstanceIdNotIn", STRINGS),
  PROCESS_DEFINITION_ID("processDefinitionId", STRING),
  PROCESS_DEFINITION_KEY("processDefinitionKey", STRING),
  PROCESS_DEFINITION_KEY_IN("processDefinitionKeyIn", STRINGS),
  PROCESS_DEFINITION_KEY_NOT_IN("processDefinitionKeyNotIn", STRINGS),
  PROCESS_DEFINITION_NAME("processDefinitionName", STRING),
  PROCESS_DEFINITION_NAME_LIKE("processDefinitionNameLike", STRING),
  PROCESS_INSTANCE_BUSINESS_KEY("processInstanceBusinessKey", STRING),
  PROCESS_INSTANCE_BUSINESS_KEY_IN("processInstanceBusinessKeyIn", STRINGS),
  PROCESS_INSTANCE_BUSINESS_KEY_LIKE("processInstanceBusinessKeyLike", STRING),
  ROOT_PROCESS_INSTANCES("rootProcessInstances", FLAG),
  ROOT_PROCESS_INSTANCE_ID("rootProcessInstanceId", STRING),
  SUPER_PROCESS_INSTANCE_ID("superProcessInstanceId", STRING),
  SUB_PROCESS_INSTANCE_ID("subProcessInstanceId", STRING),
  FINISHED("finished", FLAG),
  UNFINISHED("unfinished", FLAG),
  ACTIVE("active", FLAG),
  SUSPENDED("suspended", FLAG),
  COMPLETED("completed", FLAG),
  EXTERNALLY_TERMINATED("externallyTerminated", FLAG),
  INTERNALLY_TERMINATED("internallyTerminated", FLAG),
  WITH_JOBS_RETRYING("withJobsRetrying", FLAG),
  WITH_INCIDENTS("withIncidents", FLAG),
  WITH_ROOT_INCIDENTS("withRootIncidents", FLAG),
  INCIDENT_ID_IN("incidentIdIn", STRINGS),
  INCIDENT_TYPE("incidentType", STRING),
  INCIDENT_STATUS("incidentStatus", STRING) {
    @Override
    public List<String> words() {
      return List.of("open", "resolved");
    }
  },
  INCIDENT_MESSAGE("incidentMessage", STRING),
  INCIDENT_MESSAGE_LIKE("incidentMessageLike", STRING),
  ACTIVITY_ID_IN("activityIdIn", STRINGS),
  ACTIVE_ACTIVITY_ID_IN("activeActivityIdIn", STRINGS),
  EXECUTED_ACTIVITY_ID_IN("executedActivityIdIn", STRINGS),
  EXECUTED_ACTIVITY_BEFORE("executedActivityBefore", DATE),
  EXECUTED_ACTIVITY_AFTER("executedActivityAfter", DATE),
  EXECUTED_JOB_BEFORE("executedJobBefore", DATE),
  EXECUTED_JOB_AFTER("executedJobAfter", DATE),
  STARTED_BY("startedBy", STRING),
  SUPER_CASE_INSTANCE_ID("superCaseInstanceId", STRING),
  SUB_CASE_INSTANCE_ID("subCaseInstanceId", STRING),
  CASE_INSTANCE_ID("caseInstanceId", STRING),
  STARTED_BEFORE("startedBefore", DATE),
  STARTED_AFTER("startedAfter", DATE),
  FINISHED_BEFORE("finishedBefore", DATE),
  FINISHED_AFTER("finishedAfter", DATE),
  VARIABLES("variables", VARIABLE_CONDITIONS),
  TENANT_ID_IN("tenantIdIn", STRINGS),
  WITHOUT_TENANT_ID("withoutTenantId", FLAG);

  private final String parameter;
  private final Kind kind;

  HistoricProcessInstanceFilter(String parameter, Kind kind) {
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
