package dev.outwork.api.history;

import dev.outwork.api.SortKey;

/** Sort keys of the list of variables of running and ended instances (docs/rest-api.md, "Historic variable instances"). */
public enum HistoricVariableInstanceSort implements SortKey {
  INSTANCE_ID("instanceId"),
  VARIABLE_NAME("variableName"),
  TENANT_ID("tenantId");

  private final String parameter;

  HistoricVariableInstanceSort(String parameter) {
    this.parameter = parameter;
  }

  @Override
  public String parameter() {
    return parameter;
  }
}
