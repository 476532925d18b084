package dev.outwork.api.history;

import static dev.outwork.api.Filter.Kind.DATE;
import static dev.outwork.api.Filter.Kind.STRING;
import static dev.outwork.api.Filter.Kind.STRINGS;

import dev.outwork.api.Filter;

/** Filters of the operation log (docs/rest-api.md, "Operation log"). */
public enum UserOperationFilter implements Filter {
  DEPLOYMENT_ID("deploymentId", STRING),
  PROCESS_DEFINITION_ID("processDefinitionId", STRING),
  PROCESS_DEFINITION_KEY("processDefinitionKey", STRING),
  PROCESS_INSTANCE_ID("processInstanceId", STRING),
  EXECUTION_ID("executionId", STRING),
  CASE_DEFINITION_ID("caseDefinitionId", STRING),
  CASE_INSTANCE_ID("caseInstanceId", STRING),
  CASE_EXECUTION_ID("caseExecutionId", STRING),
  TASK_ID("taskId", STRING),
  EXTERNAL_TASK_ID("externalTaskId", STRING),
  BATCH_ID("batchId", STRING),
  JOB_ID("jobId", STRING),
  JOB_DEFINITION_ID("jobDefinitionId", STRING),
  USER_ID("userId", STRING),
  OPERATION_ID("operationId", STRING),
  OPERATION_TYPE("operationType", STRING),
  ENTITY_TYPE("entityType", STRING),
  ENTITY_TYPE_IN("entityTypeIn", STRINGS),
  CATEGORY("category", STRING),
  CATEGORY_IN("categoryIn", STRINGS),
  PROPERTY("property", STRING),
  AFTER_TIMESTAMP("afterTimestamp", DATE),
  BEFORE_TIMESTAMP("beforeTimestamp", DATE);

  private final String parameter;
  private final Kind kind;

  UserOperationFilter(String parameter, Kind kind) {
    this.parameter = parameter;
    this.kind = kind;
  }

  @Override
  public String parameter() {
    return parameter;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
