package dev.outwork.api.history;

import static dev.outwork.api.Filter.Kind.DATE;
import static dev.outwork.api.Filter.Kind.FLAG;
import static dev.outwork.api.Filter.Kind.LONG;
import static dev.outwork.api.Filter.Kind.STRING;
import static dev.outwork.api.Filter.Kind.STRINGS;
import static dev.outwork.api.Filter.Kind.VARIABLE_CONDITIONS;

import dev.outwork.api.Filter;

/** Filters of the list of open and ended user tasks (docs/rest-api.md, "Historic user tasks"). */
public enum HistoricTaskInstanceFilter implements Filter {
  TASK_ID("taskId", STRING),
  PROCESS_INSTANCE_ID("processInstanceId", STRING),
  ROOT_PROCESS_INSTANCE_ID("rootProcessInstanceId", STRING),
  PROCESS_INSTANCE_BUSINESS_KEY("processInstanceBusinessKey", STRING),
  PROCESS_INSTANCE_BUSINESS_KEY_IN("processInstanceBusinessKeyIn", STRINGS),
  PROCESS_INSTANCE_BUSINESS_KEY_LIKE("processInstanceBusinessKeyLike", STRING),
  EXECUTION_ID("executionId", STRING),
  PROCESS_DEFINITION_ID("processDefinitionId", STRING),
  PROCESS_DEFINITION_KEY("processDefinitionKey", STRING),
  PROCESS_DEFINITION_NAME("processDefinitionName", STRING),
  ACTIVITY_INSTANCE_ID_IN("activityInstanceIdIn", STRINGS),
  TASK_NAME("taskName", STRING),
  TASK_NAME_LIKE("taskNameLike", STRING),
  TASK_DESCRIPTION("taskDescription", STRING),
  TASK_DESCRIPTION_LIKE("taskDescriptionLike", STRING),
  TASK_DEFINITION_KEY("taskDefinitionKey", STRING),
  TASK_DEFINITION_KEY_IN("taskDefinitionKeyIn", STRINGS),
  TASK_ASSIGNEE("taskAssignee", STRING),
  TASK_ASSIGNEE_LIKE("taskAssigneeLike", STRING),
  TASK_OWNER("taskOwner", STRING),
  TASK_OWNER_LIKE("taskOwnerLike", STRING),
  TASK_PRIORITY("taskPriority", LONG),
  ASSIGNED("assigned", FLAG),
  UNASSIGNED("unassigned", FLAG),
  FINISHED("finished", FLAG),
  UNFINISHED("unfinished", FLAG),
  PROCESS_FINISHED("processFinished", FLAG),
  PROCESS_UNFINISHED("processUnfinished", FLAG),
  TASK_DUE_DATE("taskDueDate", DATE),
  TASK_DUE_DATE_BEFORE("taskDueDateBefore", DATE),
  TASK_DUE_DATE_AFTER("taskDueDateAfter", DATE),
  WITHOUT_TASK_DUE_DATE("withoutTaskDueDate", FLAG),
  TASK_FOLLOW_UP_DATE("taskFollowUpDate", DATE),
  TASK_FOLLOW_UP_DATE_BEFORE("taskFollowUpDateBefore", DATE),
  TASK_FOLLOW_UP_DATE_AFTER("taskFollowUpDateAfter", DATE),
  STARTED_BEFORE("startedBefore", DATE),
  STARTED_AFTER("startedAfter", DATE),
  FINISHED_BEFORE("finishedBefore", DATE),
  FINISHED_AFTER("finishedAfter", DATE),
  TENANT_ID_IN("tenantIdIn", STRINGS),
  WITHOUT_TENANT_ID("withoutTenantId", FLAG),
  PROCESS_VARIABLES("processVariables", VARIABLE_CONDITIONS),
  TASK_VARIABLES("taskVariables", VARIABLE_CONDITIONS),
  // There are no cases, and no tasks below others.
  TASK_PARENT_TASK_ID("taskParentTaskId", STRING),
  CASE_INSTANCE_ID("caseInstanceId", STRING),
  CASE_EXECUTION_ID("caseExecutionId", STRING),
  CASE_DEFINITION_ID("caseDefinitionId", STRING),
  CASE_DEFINITION_KEY("caseDefinitionKey", STRING),
  CASE_DEFINITION_NAME("caseDefinitionName", STRING);

  private final String parameter;
  private final Kind kind;

  HistoricTaskInstanceFilter(String parameter, Kind kind) {
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
