package dev.outwork.api.task;

import dev.outwork.api.SortKey;

/** Sort keys of the list of user tasks (docs/rest-api.md, "User tasks"). */
public enum TaskSort implements SortKey {
  ID("id"),
  INSTANCE_ID("instanceId"),
  EXECUTION_ID("executionId"),
  NAME("name"),
  NAME_CASE_INSENSITIVE("nameCaseInsensitive"),
  DESCRIPTION("description"),
  ASSIGNEE("assignee"),
  PRIORITY("priority"),
  CREATED("created"),
  LAST_UPDATED("lastUpdated"),
  DUE_DATE("dueDate"),
  FOLLOW_UP_DATE("followUpDate"),
  TENANT_ID("tenantId"),
  /** There are no cases: all tasks are equal in this key and the next. */
  CASE_INSTANCE_ID("caseInstanceId"),
  CASE_EXECUTION_ID("caseExecutionId");

  private final String parameter;

  TaskSort(String parameter) {
    this.parameter = parameter;
  }

  @Override
  public String parameter() {
    return parameter;
  }
}
