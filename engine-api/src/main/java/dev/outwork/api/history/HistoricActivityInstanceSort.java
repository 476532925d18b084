package dev.outwork.api.history;

import dev.outwork.api.SortKey;

/** Sort keys of the list of running and ended activities (docs/rest-api.md, "Historic activity instances"). */
public enum HistoricActivityInstanceSort implements SortKey {
  ACTIVITY_INSTANCE_ID("activityInstanceId"),
  INSTANCE_ID("instanceId"),
  EXECUTION_ID("executionId"),
  ACTIVITY_ID("activityId"),
  ACTIVITY_NAME("activityName"),
  ACTIVITY_TYPE("activityType"),
  START_TIME("startTime"),
  END_TIME("endTime"),
  OCCURRENCE("occurrence"),
  DEFINITION_ID("definitionId"),
  TENANT_ID("tenantId");

  private final String parameter;

  HistoricActivityInstanceSort(String parameter) {
    this.parameter = parameter;
  }

  @Override
  public String parameter() {
    return parameter;
  }
}
