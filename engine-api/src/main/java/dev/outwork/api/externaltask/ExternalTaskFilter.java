package dev.outwork.api.externaltask;

import static dev.outwork.api.Filter.Kind.DATE;
import static dev.outwork.api.Filter.Kind.FLAG;
import static dev.outwork.api.Filter.Kind.LONG;
import static dev.outwork.api.Filter.Kind.STRING;
import static dev.outwork.api.Filter.Kind.STRINGS;
import static dev.outwork.api.Filter.Kind.VARIABLE_CONDITIONS;

import dev.outwork.api.Filter;

/** Filters of the list of external tasks (docs/rest-api.md, "External task lists"). */
public enum ExternalTaskFilter implements Filter {
  EXTERNAL_TASK_ID("externalTaskId", STRING),
  EXTERNAL_TASK_ID_IN("externalTaskIdIn", STRINGS),
  TOPIC_NAME("topicName", STRING),
  WORKER_ID("workerId", STRING),
  LOCKED("locked", FLAG),
  NOT_LOCKED("notLocked", FLAG),
  WITH_RETRIES_LEFT("withRetriesLeft", FLAG),
  NO_RETRIES_LEFT("noRetriesLeft", FLAG),
  LOCK_EXPIRATION_BEFORE("lockExpirationBefore", DATE),
  LOCK_EXPIRATION_AFTER("lockExpirationAfter", DATE),
  /** Created earlier than this. */
  CREATED_BEFORE("createdBefore", DATE),
  /** Created later than this. */
  CREATED_AFTER("createdAfter", DATE),
  ACTIVITY_ID("activityId", STRING),
  ACTIVITY_ID_IN("activityIdIn", STRINGS),
  EXECUTION_ID("executionId", STRING),
  PROCESS_INSTANCE_ID("processInstanceId", STRING),
  PROCESS_INSTANCE_ID_IN("processInstanceIdIn", STRINGS),
  PROCESS_DEFINITION_ID("processDefinitionId", STRING),
  PROCESS_DEFINITION_KEY("processDefinitionKey", STRING),
  PROCESS_DEFINITION_KEY_IN("processDefinitionKeyIn", STRINGS),
  PROCESS_DEFINITION_NAME("processDefinitionName", STRING),
  PROCESS_DEFINITION_NAME_LIKE("processDefinitionNameLike", STRING),
  TENANT_ID_IN("tenantIdIn", STRINGS),
  ACTIVE("active", FLAG),
  SUSPENDED("suspended", FLAG),
  PRIORITY_HIGHER_THAN_OR_EQUALS("priorityHigherThanOrEquals", LONG),
  PRIORITY_LOWER_THAN_OR_EQUALS("priorityLowerThanOrEquals", LONG),
  PROCESS_VARIABLES("processVariables", VARIABLE_CONDITIONS);

  private final String parameter;
  private final Kind kind;

  ExternalTaskFilter(String parameter, Kind kind) {
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
