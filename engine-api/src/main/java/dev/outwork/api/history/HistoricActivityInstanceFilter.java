package dev.outwork.api.history;

import static dev.outwork.api.Filter.Kind.DATE;
import static dev.outwork.api.Filter.Kind.FLAG;
import static dev.outwork.api.Filter.Kind.STRING;
import static dev.outwork.api.Filter.Kind.STRINGS;

import dev.outwork.api.Filter;

/** Filters of the list of running and ended activities (docs/rest-api.md, "Historic activity instances"). */
public enum HistoricActivityInstanceFilter implements Filter {
  ACTIVITY_INSTANCE_ID("activityInstanceId", STRING),
  PROCESS_INSTANCE_ID("processInstanceId", STRING),
  PROCESS_INSTANCE_ID_IN("processInstanceIdIn", STRINGS),
  PROCESS_DEFINITION_ID("processDefinitionId", STRING),
  PROCESS_DEFINITION_KEY("processDefinitionKey", STRING),
  EXECUTION_ID("executionId", STRING),
  ACTIVITY_ID("activityId", STRING),
  ACTIVITY_ID_IN("activityIdIn", STRINGS),
  ACTIVITY_NAME("activityName", STRING),
  ACTIVITY_NAME_LIKE("activityNameLike", STRING),
  ACTIVITY_TYPE("activityType", STRING),
  TASK_ASSIGNEE("taskAssignee", STRING),
  FINISHED("finished", FLAG),
  UNFINISHED("unfinished", FLAG),
  COMPLETE_SCOPE("completeScope", FLAG),
  CANCELED("canceled", FLAG),
  STARTED_BEFORE("startedBefore", DATE),
  STARTED_AFTER("startedAfter", DATE),
  FINISHED_BEFORE("finishedBefore", DATE),
  FINISHED_AFTER("finishedAfter", DATE),
  TENANT_ID_IN("tenantIdIn", STRINGS),
  WITHOUT_TENANT_ID("withoutTenantId", FLAG);

  private final String parameter;
  private final Kind kind;

  HistoricActivityInstanceFilter(String parameter, Kind kind) {
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
