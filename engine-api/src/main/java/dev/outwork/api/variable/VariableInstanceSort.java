package dev.outwork.api.variable;

import dev.outwork.api.SortKey;

/** Sort keys of the list of variables of running instances (docs/rest-api.md, "Variable instances"). */
public enum VariableInstanceSort implements SortKey {
  VARIABLE_NAME("variableName"),
  VARIABLE_TYPE("variableType"),
  ACTIVITY_INSTANCE_ID("activityInstanceId"),
  TENANT_ID("tenantId");

  private final String parameter;

  VariableInstanceSort(String parameter) {
    this.parameter = parameter;
  }

  @Override
  public String parameter() {
    return parameter;
  }
}
