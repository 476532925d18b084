package dev.outwork.api.history;

import static dev.outwork.api.Filter.Kind.FLAG;
import static dev.outwork.api.Filter.Kind.STRING;
import static dev.outwork.api.Filter.Kind.STRINGS;
import static dev.outwork.api.Filter.Kind.VALUE;

import dev.outwork.api.Filter;

/** Filters of the list of variables of running and ended instances (docs/rest-api.md, "Historic variable instances"). */
public enum HistoricVariableInstanceFilter implements Filter {
  VARIABLE_NAME("variableName", STRING),
  VARIABLE_NAME_LIKE("variableNameLike", STRING),
  VARIABLE_NAME_IN("variableNameIn", STRINGS),
  VARIABLE_VALUE("variableValue", VALUE),
  VARIABLE_NAMES_IGNORE_CASE("variableNamesIgnoreCase", FLAG),
  VARIABLE_VALUES_IGNORE_CASE("variableValuesIgnoreCase", FLAG),
  VARIABLE_TYPE_IN("variableTypeIn", STRINGS),
  INCLUDE_DELETED("includeDeleted", FLAG),
  PROCESS_INSTANCE_ID("processInstanceId", STRING),
  PROCESS_INSTANCE_ID_IN("processInstanceIdIn", STRINGS),
  PROCESS_DEFINITION_ID("processDefinitionId", STRING),
  PROCESS_DEFINITION_KEY("processDefinitionKey", STRING),
  EXECUTION_ID_IN("executionIdIn", STRINGS),
  TASK_ID_IN("taskIdIn", STRINGS),
  ACTIVITY_INSTANCE_ID_IN("activityInstanceIdIn", STRINGS),
  CASE_INSTANCE_ID("caseInstanceId", STRING),
  CASE_EXECUTION_ID_IN("caseExecutionIdIn", STRINGS),
  CASE_ACTIVITY_ID_IN("caseActivityIdIn", STRINGS),
  TENANT_ID_IN("tenantIdIn", STRINGS),
  WITHOUT_TENANT_ID("withoutTenantId", FLAG);

  private final String parameter;
  private final Kind kind;

  HistoricVariableInstanceFilter(String parameter, Kind kind) {
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
