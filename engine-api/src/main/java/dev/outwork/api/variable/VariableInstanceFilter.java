package dev.outwork.api.variable;

import static dev.outwork.api.Filter.Kind.STRING;
import static dev.outwork.api.Filter.Kind.STRINGS;
import static dev.outwork.api.Filter.Kind.VARIABLE_CONDITIONS;

import dev.outwork.api.Filter;

/** Filters of the list of variables of running instances (docs/rest-api.md, "Variable instances"). */
public enum VariableInstanceFilter implements Filter {
  VARIABLE_NAME("variableName", STRING),
  VARIABLE_NAME_LIKE("variableNameLike", STRING),
  /** Conditions on the variable itself, all of which must match. */
  VARIABLE_VALUES("variableValues", VARIABLE_CONDITIONS),
  EXECUTION_ID_IN("executionIdIn", STRINGS),
  PROCESS_INSTANCE_ID_IN("processInstanceIdIn", STRINGS),
  TASK_ID_IN("taskIdIn", STRINGS),
  /** Ids of process instances, activities and tasks. */
  VARIABLE_SCOPE_ID_IN("variableScopeIdIn", STRINGS),
  ACTIVITY_INSTANCE_ID_IN("activityInstanceIdIn", STRINGS),
  TENANT_ID_IN("tenantIdIn", STRINGS),
  /** Matches nothing, as the next two: variables belong neither to cases nor to batches. */
  CASE_EXECUTION_ID_IN("caseExecutionIdIn", STRINGS),
  CASE_INSTANCE_ID_IN("caseInstanceIdIn", STRINGS),
  BATCH_ID_IN("batchIdIn", STRINGS);

  private final String parameter;
  private final Kind kind;

  VariableInstanceFilter(String parameter, Kind kind) {
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
