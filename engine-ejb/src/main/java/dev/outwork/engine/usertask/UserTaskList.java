package dev.outwork.engine.usertask;

import dev.outwork.api.ListQuery;
import dev.outwork.api.task.TaskFilter;
import dev.outwork.api.task.TaskSort;
import dev.outwork.engine.database.Conditions;
import dev.outwork.engine.database.Listing;
import dev.outwork.engine.deployment.ProcessDefinitionEntity;
import dev.outwork.engine.variable.VariableConditions;
import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;
import java.util.List;
import java.util.Locale;

/** The list of open user tasks (docs/rest-api.md, "User tasks"). */
final class UserTaskList extends Listing<UserTaskEntity, TaskFilter, TaskSort> {
  private final EntityManager entityManager;
  private final Candidates candidates;

  UserTaskList(EntityManager entityManager, ListQuery<TaskFilter, TaskSort> query) {
    super(entityManager, UserTaskEntity.class, query);
    this.entityManager = entityManager;
    this.candidates = new Candidates(query);
  }

  @Override
  protected List<Predicate> always(Conditions<UserTaskEntity> where) {
    return List.of(where.isNull("endedAt"));
  }

  @Override
  protected UserTaskList askedBy(ListQuery<TaskFilter, TaskSort> group) {
    return new UserTaskList(entityManager, group);
  }

  // If both active and suspended are requested, suspended takes precedence.
  @Override
  protected boolean onlyModifies(TaskFilter filter) {
    return filter == TaskFilter.INCLUDE_ASSIGNED_TASKS
        || filter == TaskFilter.ACTIVE && asks(TaskFilter.SUSPENDED);
  }

  @Override
  protected Predicate condition(TaskFilter filter, Object value, Conditions<UserTaskEntity> where) {
    return switch (filter) {
      case TASK_ID -> where.is("id", value);
      case TASK_ID_IN -> where.in("id", value);
      case NAME -> where.build().equal(lower("name", where), lower(value));
      case NAME_NOT_EQUAL -> where.build().notEqual(lower("name", where), lower(value));
      case NAME_LIKE -> where.build().like(lower("name", where), lower(value));
      case NAME_NOT_LIKE -> where.build().notLike(lower("name", where), lower(value));
      case DESCRIPTION -> where.build().equal(lower("description", where), lower(value));
      case DESCRIPTION_LIKE -> where.build().like(lower("description", where), lower(value));
      case ASSIGNEE -> where.is("assignee", value);
      case ASSIGNEE_LIKE -> where.like("assignee", value);
      case ASSIGNEE_IN -> where.in("assignee", value);
      case ASSIGNEE_NOT_IN -> where.notIn("assignee", value);
      case ASSIGNED -> where.isNotNull("assignee");
      case UNASSIGNED -> where.isNull("assignee");
      case OWNER -> where.is("owner", value);
      case DELEGATION_STATE -> where.is("delegationState", value);
      case CANDIDATE_USER, CANDIDATE_GROUP, CANDIDATE_GROUP_LIKE, CANDIDATE_GROUPS ->
          candidates.areAskedFor(where);
      case WITH_CANDIDATE_USERS -> candidates.withUsers(where);
      case WITHOUT_CANDIDATE_USERS -> candidates.withoutUsers(where);
      case WITH_CANDIDATE_GROUPS -> candidates.withGroups(where);
      case WITHOUT_CANDIDATE_GROUPS -> candidates.withoutGroups(where);
      // Modifies the candidate filters.
      case INCLUDE_ASSIGNED_TASKS -> where.build().conjunction();
      case INVOLVED_USER -> candidates.involve(value, where);
      case TASK_DEFINITION_KEY -> where.is("activityId", value);
      case TASK_DEFINITION_KEY_IN -> where.in("activityId", value);
      case TASK_DEFINITION_KEY_NOT_IN -> where.notIn("activityId", value);
      case TASK_DEFINITION_KEY_LIKE -> where.like("activityId", value);
      case EXECUTION_ID -> where.is("activityInstanceId", value);
      case ACTIVITY_INSTANCE_ID_IN -> where.in("activityInstanceId", withoutActivityIds(value));
      case PROCESS_INSTANCE_ID -> where.is("processInstanceId", value);
      case PROCESS_INSTANCE_ID_IN -> where.in("processInstanceId", value);
      case PROCESS_INSTANCE_BUSINESS_KEY -> where.is("businessKey", value);
      case PROCESS_INSTANCE_BUSINESS_KEY_IN -> where.in("businessKey", value);
      case PROCESS_INSTANCE_BUSINESS_KEY_LIKE -> where.like("businessKey", value);
      case PROCESS_DEFINITION_ID -> where.is("processDefinitionId", value);
      case PROCESS_DEFINITION_KEY -> where.is("definitionKey", value);
      case PROCESS_DEFINITION_KEY_IN -> where.in("definitionKey", value);
      case PROCESS_DEFINITION_NAME -> definition(where, definition -> definition.is("name", value));
      case PROCESS_DEFINITION_NAME_LIKE ->
          definition(where, definition -> definition.like("name", value));
      case DUE_DATE -> where.is("dueAt", value);
      case DUE_BEFORE -> where.before("dueAt", value);
      case DUE_AFTER -> where.after("dueAt", value);
      case WITHOUT_DUE_DATE -> where.isNull("dueAt");
      case FOLLOW_UP_DATE -> where.is("followUpAt", value);
      case FOLLOW_UP_BEFORE -> where.before("followUpAt", value);
      case FOLLOW_UP_BEFORE_OR_NOT_EXISTENT ->
          where.build().or(where.isNull("followUpAt"), where.before("followUpAt", value));
      case FOLLOW_UP_AFTER -> where.after("followUpAt", value);
      case CREATED_ON -> where.is("createdAt", value);
      case CREATED_BEFORE -> where.before("createdAt", value);
      case CREATED_AFTER -> where.after("createdAt", value);
      case UPDATED_AFTER -> updatedAfter(value, where);
      case PRIORITY -> where.is("priority", value);
      case MIN_PRIORITY -> where.atLeast("priority", value);
      case MAX_PRIORITY -> where.atMost("priority", value);
      case ACTIVE -> where.is("state", UserTaskState.OPEN);
      case SUSPENDED -> where.is("state", UserTaskState.SUSPENDED);
      case PROCESS_VARIABLES ->
          VariableConditions.allHold(value, "processInstanceId", false, where);
      case TASK_VARIABLES -> VariableConditions.allHold(value, "id", true, where);
      case TENANT_ID_IN -> where.in("tenantId", value);
      case WITHOUT_TENANT_ID -> where.isNull("tenantId");
      case PARENT_TASK_ID,
          CASE_INSTANCE_ID,
          CASE_INSTANCE_BUSINESS_KEY,
          CASE_INSTANCE_BUSINESS_KEY_LIKE,
          CASE_DEFINITION_ID,
          CASE_DEFINITION_KEY,
          CASE_DEFINITION_NAME,
          CASE_DEFINITION_NAME_LIKE,
          CASE_EXECUTION_ID,
          CASE_INSTANCE_VARIABLES ->
          where.build().disjunction();
    };
  }

  @Override
  protected Expression<?> sortedBy(TaskSort key, Conditions<UserTaskEntity> where) {
    return switch (key) {
      case ID -> where.root().get("id");
      case INSTANCE_ID -> where.root().get("processInstanceId");
      case EXECUTION_ID -> where.root().get("activityInstanceId");
      case NAME -> where.root().get("name");
      case NAME_CASE_INSENSITIVE -> lower("name", where);
      case DESCRIPTION -> where.root().get("description");
      case ASSIGNEE -> where.root().get("assignee");
      case PRIORITY -> where.root().get("priority");
      case CREATED -> where.root().get("createdAt");
      case LAST_UPDATED -> where.root().get("updatedAt");
      case DUE_DATE -> where.root().get("dueAt");
      case FOLLOW_UP_DATE -> where.root().get("followUpAt");
      case TENANT_ID -> where.root().get("tenantId");
      // A constant for all open tasks: null.
      case CASE_INSTANCE_ID, CASE_EXECUTION_ID -> where.root().get("endedAt");
    };
  }

  // A task that was never changed counts from its creation.
  private static Predicate updatedAfter(Object value, Conditions<UserTaskEntity> where) {
    return where
        .build()
        .or(
            where.after("updatedAt", value),
            where.build().and(where.isNull("updatedAt"), where.after("createdAt", value)));
  }

  // Case is ignored in names and descriptions.
  private static Expression<String> lower(String attribute, Conditions<UserTaskEntity> where) {
    return where.build().lower(where.root().get(attribute));
  }

  private static String lower(Object text) {
    return ((String) text).toLowerCase(Locale.ROOT);
  }

  // The REST API uses <activity id>:<id>.
  private static List<String> withoutActivityIds(Object activityInstanceIds) {
    return ((List<?>) activityInstanceIds)
        .stream().map(String.class::cast).map(id -> id.substring(id.lastIndexOf(':') + 1)).toList();
  }

  private interface OfDefinition {
    Predicate holds(Conditions<ProcessDefinitionEntity> definition);
  }

  private static Predicate definition(Conditions<UserTaskEntity> where, OfDefinition condition) {
    return where.exists(
        ProcessDefinitionEntity.class,
        "processDefinitionId",
        (definition, id) ->
            List.of(
                definition.build().equal(definition.root().get("id"), id),
                condition.holds(definition)));
  }
}
