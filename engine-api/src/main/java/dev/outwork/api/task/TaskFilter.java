package dev.outwork.api.task;

import static dev.outwork.api.Filter.Kind.DATE;
import static dev.outwork.api.Filter.Kind.FLAG;
import static dev.outwork.api.Filter.Kind.LONG;
import static dev.outwork.api.Filter.Kind.STRING;
import static dev.outwork.api.Filter.Kind.STRINGS;
import static dev.outwork.api.Filter.Kind.VARIABLE_CONDITIONS;

import dev.outwork.api.Filter;

/** Filters of the list of user tasks (docs/rest-api.md, "User tasks"). */
public enum TaskFilter implements Filter {
  TASK_ID("taskId", STRING),
  TASK_ID_IN("taskIdIn", STRINGS),
  NAME("name", STRING),
  NAME_NOT_EQUAL("nameNotEqual", STRING),
  NAME_LIKE("nameLike", STRING),
  NAME_NOT_LIKE("nameNotLike", STRING),
  DESCRIPTION("description", STRING),
  DESCRIPTION_LIKE("descriptionLike", STRING),
  ASSIGNEE("assignee", STRING),
  ASSIGNEE_LIKE("assigneeLike", STRING),
  ASSIGNEE_IN("assigneeIn", STRINGS),
  ASSIGNEE_NOT_IN("assigneeNotIn", STRINGS),
  ASSIGNED("assigned", FLAG),
  UNASSIGNED("unassigned", FLAG),
  OWNER("owner", STRING),
  DELEGATION_STATE("delegationState", STRING),
  CANDIDATE_USER("candidateUser", STRING),
  CANDIDATE_GROUP("candidateGroup", STRING),
  CANDIDATE_GROUP_LIKE("candidateGroupLike", STRING),
  CANDIDATE_GROUPS("candidateGroups", STRINGS),
  WITH_CANDIDATE_USERS("withCandidateUsers", FLAG),
  WITHOUT_CANDIDATE_USERS("withoutCandidateUsers", FLAG),
  WITH_CANDIDATE_GROUPS("withCandidateGroups", FLAG),
  WITHOUT_CANDIDATE_GROUPS("withoutCandidateGroups", FLAG),
  INCLUDE_ASSIGNED_TASKS("includeAssignedTasks", FLAG),
  INVOLVED_USER("involvedUser", STRING),
  TASK_DEFINITION_KEY("taskDefinitionKey", STRING),
  TASK_DEFINITION_KEY_IN("taskDefinitionKeyIn", STRINGS),
  TASK_DEFINITION_KEY_NOT_IN("taskDefinitionKeyNotIn", STRINGS),
  TASK_DEFINITION_KEY_LIKE("taskDefinitionKeyLike", STRING),
  EXECUTION_ID("executionId", STRING),
  ACTIVITY_INSTANCE_ID_IN("activityInstanceIdIn", STRINGS),
  PROCESS_INSTANCE_ID("processInstanceId", STRING),
  PROCESS_INSTANCE_ID_IN("processInstanceIdIn", STRINGS),
  PROCESS_INSTANCE_BUSINESS_KEY("processInstanceBusinessKey", STRING),
  PROCESS_INSTANCE_BUSINESS_KEY_IN("processInstanceBusinessKeyIn", STRINGS),
  PROCESS_INSTANCE_BUSINESS_KEY_LIKE("processInstanceBusinessKeyLike", STRING),
  PROCESS_DEFINITION_ID("processDefinitionId", STRING),
  PROCESS_DEFINITION_KEY("processDefinitionKey", STRING),
  PROCESS_DEFINITION_KEY_IN("processDefinitionKeyIn", STRINGS),
  PROCESS_DEFINITION_NAME("processDefinitionName", STRING),
  PROCESS_DEFINITION_NAME_LIKE("processDefinitionNameLike", STRING),
  DUE_DATE("dueDate", DATE),
  DUE_BEFORE("dueBefore", DATE),
  DUE_AFTER("dueAfter", DATE),
  WITHOUT_DUE_DATE("withoutDueDate", FLAG),
  FOLLOW_UP_DATE("followUpDate", DATE),
  FOLLOW_UP_BEFORE("followUpBefore", DATE),
  FOLLOW_UP_BEFORE_OR_NOT_EXISTENT("followUpBeforeOrNotExistent", DATE),
  FOLLOW_UP_AFTER("followUpAfter", DATE),
  CREATED_ON("createdOn", DATE),
  CREATED_BEFORE("createdBefore", DATE),
  CREATED_AFTER("createdAfter", DATE),
  UPDATED_AFTER("updatedAfter", DATE),
  PRIORITY("priority", LONG),
  MIN_PRIORITY("minPriority", LONG),
  MAX_PRIORITY("maxPriority", LONG),
  ACTIVE("active", FLAG),
  SUSPENDED("suspended", FLAG),
  PROCESS_VARIABLES("processVariables", VARIABLE_CONDITIONS),
  TASK_VARIABLES("taskVariables", VARIABLE_CONDITIONS),
  TENANT_ID_IN("tenantIdIn", STRINGS),
  WITHOUT_TENANT_ID("withoutTenantId", FLAG),
  /** Tasks belong to processes and have no parent: none matches. */
  PARENT_TASK_ID("parentTaskId", STRING),
  /** There are no cases: this filter and the following case filters match nothing. */
  CASE_INSTANCE_ID("caseInstanceId", STRING),
  CASE_INSTANCE_BUSINESS_KEY("caseInstanceBusinessKey", STRING),
  CASE_INSTANCE_BUSINESS_KEY_LIKE("caseInstanceBusinessKeyLike", STRING),
  CASE_DEFINITION_ID("caseDefinitionId", STRING),
  CASE_DEFINITION_KEY("caseDefinitionKey", STRING),
  CASE_DEFINITION_NAME("caseDefinitionName", STRING),
  CASE_DEFINITION_NAME_LIKE("caseDefinitionNameLike", STRING),
  CASE_EXECUTION_ID("caseExecutionId", STRING),
  CASE_INSTANCE_VARIABLES("caseInstanceVariables", VARIABLE_CONDITIONS);

  private final String parameter;
  private final Kind kind;

  TaskFilter(String parameter, Kind kind) {
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
