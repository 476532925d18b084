package dev.outwork.api.job;

import dev.outwork.api.SortKey;

/** Sort keys of the list of jobs (docs/rest-api.md, "Jobs"). */
public enum JobSort implements SortKey {
  ID("jobId"),
  EXECUTION_ID("executionId"),
  PROCESS_INSTANCE_ID("processInstanceId"),
  PROCESS_DEFINITION_ID("processDefinitionId"),
  PROCESS_DEFINITION_KEY("processDefinitionKey"),
  RETRIES("jobRetries"),
  DUE_DATE("jobDueDate"),
  PRIORITY("jobPriority"),
  TENANT_ID("tenantId");

  private final String parameter;

  JobSort(String parameter) {
    this.parameter = parameter;
  }

  @Override
  public String parameter() {
    return parameter;
  }
}
