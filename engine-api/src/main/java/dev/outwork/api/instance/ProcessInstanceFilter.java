package dev.outwork.api.instance;

import static dev.outwork.api.Filter.Kind.FLAG;
import static dev.outwork.api.Filter.Kind.STRING;
import static dev.outwork.api.Filter.Kind.STRINGS;
import static dev.outwork.api.Filter.Kind.VARIABLE_CONDITIONS;

import dev.outwork.api.Filter;

/** Filters of the list of running process instances (docs/rest-api.md, "Process instances"). */
public enum ProcessInstanceFilter implements Filter {
  PROCESS_INSTANCE_IDS("processInstanceIds", STRINGS),
  DEPLOYMENT_ID("deploymentId", STRING),
  PROCESS_DEFINITION_KEY("processDefinitionKey", STRING),
  PROCESS_DEFINITION_KEY_IN("processDefinitionKeyIn", STRINGS),
  PROCESS_DEFINITION_KEY_NOT_IN("processDefinitionKeyNotIn", STRINGS),
  BUSINESS_KEY("businessKey", STRING),
  BUSINESS_KEY_LIKE("businessKeyLike", STRING),
  PROCESS_DEFINITION_ID("processDefinitionId", STRING),
  PROCESS_DEFINITION_WITHOUT_TENANT_ID("processDefinitionWithoutTenantId", FLAG),
  ACTIVE("active", FLAG),
  SUSPENDED("suspended", FLAG),
  VARIABLES("variables", VARIABLE_CONDITIONS),
  WITH_INCIDENT("withIncident", FLAG),
  INCIDENT_ID("incidentId", STRING),
  INCIDENT_TYPE("incidentType", STRING),
  INCIDENT_MESSAGE("incidentMessage", STRING),
  INCIDENT_MESSAGE_LIKE("incidentMessageLike", STRING),
  TENANT_ID_IN("tenantIdIn", STRINGS),
  WITHOUT_TENANT_ID("withoutTenantId", FLAG),
  ACTIVITY_ID_IN("activityIdIn", STRINGS),
  SUPER_PROCESS_INSTANCE("superProcessInstance", STRING),
  SUB_PROCESS_INSTANCE("subProcessInstance", STRING),
  ROOT_PROCESS_INSTANCE_ID("rootProcessInstanceId", STRING),
  ROOT_PROCESS_INSTANCES("rootProcessInstances", FLAG),
  LEAF_PROCESS_INSTANCES("leafProcessInstances", FLAG),
  /** Matches nothing, as the next two: there are no cases. */
  CASE_INSTANCE_ID("caseInstanceId", STRING),
  SUPER_CASE_INSTANCE("superCaseInstance", STRING),
  SUB_CASE_INSTANCE("subCaseInstance", STRING);

  private final String parameter;
  private final Kind kind;

  ProcessInstanceFilter(String parameter, Kind kind) {
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
