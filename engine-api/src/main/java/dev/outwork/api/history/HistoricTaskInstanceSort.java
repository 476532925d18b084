package dev.outwork.api.history;

import dev.outwork.api.SortKey;

/** Sort keys of the list of open and ended user tasks (docs/rest-api.md, "Historic user tasks"). */
public enum HistoricTaskInstanceSort implements SortKey {
  TASK_ID("taskId"),
  ACTIVITY_INSTANCE_ID("activityInstanceId"),
  PROCESS_DEFINITION_ID("processDefinitionId"),
  PROCESS_INSTANCE_ID("processInstanceId"),
  EXECUTION_ID("executionId"),
  START_TIME("startTime"),
  END_TIME("endTime"),
  TASK_NAME("taskName"),
  TASK_DESCRIPTION("taskDescription"),
  ASSIGNEE("assignee"),
  OWNER("owner"),
  DUE_DATE("dueDate"),
  FOLLOW_UP_DATE("followUpDate"),
  TASK_DEFINITION_KEY("taskDefinitionKey"),
  PRIORITY("priority"),
  TENANT_ID("tenantId");

  private final String parameter;

  HistoricTaskInstanceSort(String parameter) {
    this.parameter = parameter;
  }

  @Override
  public String parameter() {
    return parameter;
  }
}
