package dev.outwork.api.history;

import static dev.outwork.api.Filter.Kind.DATE;
import static dev.outwork.api.Filter.Kind.FLAG;
import static dev.outwork.api.Filter.Kind.STRING;
import static dev.outwork.api.Filter.Kind.STRINGS;
import static dev.outwork.api.Filter.Kind.VARIABLE_CONDITIONS;

import dev.outwork.api.Filter;

/** What process instances, running and ended, can be asked for by (wire section 6.7). */
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
  WITH_INCIDENTS("withIncidents", FLAG),
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
