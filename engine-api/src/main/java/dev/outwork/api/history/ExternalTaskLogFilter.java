package dev.outwork.api.history;

import static dev.outwork.api.Filter.Kind.FLAG;
import static dev.outwork.api.Filter.Kind.LONG;
import static dev.outwork.api.Filter.Kind.STRING;
import static dev.outwork.api.Filter.Kind.STRINGS;

import dev.outwork.api.Filter;

/** Filters of the external task log (docs/rest-api.md, "External task log"). */
public enum ExternalTaskLogFilter implements Filter {
  LOG_ID("logId", STRING),
  EXTERNAL_TASK_ID("externalTaskId", STRING),
  TOPIC_NAME("topicName", STRING),
  WORKER_ID("workerId", STRING),
  ERROR_MESSAGE("errorMessage", STRING),
  ACTIVITY_ID_IN("activityIdIn", STRINGS),
  ACTIVITY_INSTANCE_ID_IN("activityInstanceIdIn", STRINGS),
  EXECUTION_ID_IN("executionIdIn", STRINGS),
  PROCESS_INSTANCE_ID("processInstanceId", STRING),
  PROCESS_DEFINITION_ID("processDefinitionId", STRING),
  PROCESS_DEFINITION_KEY("processDefinitionKey", STRING),
  PRIORITY_HIGHER_THAN_OR_EQUALS("priorityHigherThanOrEquals", LONG),
  PRIORITY_LOWER_THAN_OR_EQUALS("priorityLowerThanOrEquals", LONG),
  TENANT_ID_IN("tenantIdIn", STRINGS),
  WITHOUT_TENANT_ID("withoutTenantId", FLAG),
  CREATION_LOG("creationLog", FLAG),
  FAILURE_LOG("failureLog", FLAG),
  SUCCESS_LOG("successLog", FLAG),
  DELETION_LOG("deletionLog", FLAG);

  private final String parameter;
  private final Kind kind;

  ExternalTaskLogFilter(String parameter, Kind kind) {
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
