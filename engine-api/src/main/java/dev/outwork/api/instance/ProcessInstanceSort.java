package dev.outwork.api.instance;

import dev.outwork.api.SortKey;

/** Sort keys of the list of running process instances (docs/rest-api.md, "Process instances"). */
public enum ProcessInstanceSort implements SortKey {
  INSTANCE_ID("instanceId"),
  DEFINITION_KEY("definitionKey"),
  DEFINITION_ID("definitionId"),
  TENANT_ID("tenantId"),
  BUSINESS_KEY("businessKey");

  private final String parameter;

  ProcessInstanceSort(String parameter) {
    this.parameter = parameter;
  }

  @Override
  public String parameter() {
    return parameter;
  }
}
