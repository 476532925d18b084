package dev.outwork.api.history;

import dev.outwork.api.SortKey;

/** Sort keys of the list of running and ended process instances (docs/rest-api.md, "Historic process instances"). */
public enum HistoricProcessInstanceSort implements SortKey {
  INSTANCE_ID("instanceId"),
  DEFINITION_ID("definitionId"),
  DEFINITION_KEY("definitionKey"),
  DEFINITION_NAME("definitionName"),
  DEFINITION_VERSION("definitionVersion"),
  BUSINESS_KEY("businessKey"),
  START_TIME("startTime"),
  END_TIME("endTime"),
  DURATION("duration"),
  TENANT_ID("tenantId");

  private final String parameter;

  HistoricProcessInstanceSort(String parameter) {
    this.parameter = parameter;
  }

  @Override
  public String parameter() {
    return parameter;
  }
}
