package dev.outwork.api.instance;

import dev.outwork.api.SortKey;

/** Sort keys of the list of executions (docs/rest-api.md, "Executions"). */
public enum ExecutionSort implements SortKey {
  INSTANCE_ID("instanceId"),
  DEFINITION_KEY("definitionKey"),
  DEFINITION_ID("definitionId"),
  TENANT_ID("tenantId");

  private final String parameter;

  ExecutionSort(String parameter) {
    this.parameter = parameter;
  }

  @Override
  public String parameter() {
    return parameter;
  }
}
