package dev.outwork.api.history;

import dev.outwork.api.SortKey;

/** Sort keys of the external task log (docs/rest-api.md, "External task log"). */
public enum ExternalTaskLogSort implements SortKey {
  TIMESTAMP("timestamp"),
  EXTERNAL_TASK_ID("externalTaskId"),
  RETRIES("retries"),
  PRIORITY("priority"),
  TOPIC_NAME("topicName"),
  WORKER_ID("workerId"),
  ACTIVITY_ID("activityId"),
  ACTIVITY_INSTANCE_ID("activityInstanceId"),
  EXECUTION_ID("executionId"),
  PROCESS_INSTANCE_ID("processInstanceId"),
  PROCESS_DEFINITION_ID("processDefinitionId"),
  PROCESS_DEFINITION_KEY("processDefinitionKey"),
  TENANT_ID("tenantId");

  private final String parameter;

  ExternalTaskLogSort(String parameter) {
    this.parameter = parameter;
  }

  @Override
  public String parameter() {
    return parameter;
  }
}
