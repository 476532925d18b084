package dev.outwork.api.externaltask;

import dev.outwork.api.SortKey;

/** Sort keys of the list of external tasks (docs/rest-api.md, "External task lists"). */
public enum ExternalTaskSort implements SortKey {
  ID("id"),
  LOCK_EXPIRATION_TIME("lockExpirationTime"),
  PROCESS_INSTANCE_ID("processInstanceId"),
  PROCESS_DEFINITION_ID("processDefinitionId"),
  PROCESS_DEFINITION_KEY("processDefinitionKey"),
  TENANT_ID("tenantId"),
  TASK_PRIORITY("taskPriority"),
  CREATE_TIME("createTime");

  private final String parameter;

  ExternalTaskSort(String parameter) {
    this.parameter = parameter;
  }

  @Override
  public String parameter() {
    return parameter;
  }
}
