package dev.outwork.engine.history;

import dev.outwork.api.ListQuery;
import dev.outwork.api.history.HistoricTaskInstanceFilter;
import dev.outwork.api.history.HistoricTaskInstanceSort;
import dev.outwork.engine.database.Conditions;
import dev.outwork.engine.database.Listing;
import dev.outwork.engine.deployment.ProcessDefinitionEntity;
import dev.outwork.engine.instance.ProcessInstanceEntity;
import dev.outwork.engine.variable.VariableConditions;
import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;
import java.util.List;
import java.util.function.Function;

/** The list of open and ended user tasks (docs/rest-api.md, "Historic user tasks"). */
final class HistoricTaskList
    extends Listing<HistoricTaskEntity, HistoricTaskInstanceFilter, HistoricTaskInstanceSort> {
  private final EntityManager entityManager;

  HistoricTaskList(
      EntityManager entityManager,
      ListQuery<HistoricTaskInstanceFilter, HistoricTaskInstanceSort> query) {
    super(entityManager, HistoricTaskEntity.class, query);
    this.entityManager = entityManager;
  }

  @Override
  protected HistoricTaskList askedBy(
      ListQuery<HistoricTaskInstanceFilter, HistoricTaskInstanceSort> group) {
    return new HistoricTaskList(entityManager, group);
  }

  @Override
  protected Predicate condition(
      HistoricTaskInstanceFilter filter, Object value, Conditions<HistoricTaskEntity> where) {
    return switch (filter) {
      case TASK_ID -> where.is("id", value);
      case PROCESS_INSTANCE_ID -> where.is("processInstanceId", value);
      case ROOT_PROCESS_INSTANCE_ID -> instance(where, instance -> instance.is("rootId", value));
      case PROCESS_INSTANCE_BUSINESS_KEY -> where.is("businessKey", value);
      case PROCESS_INSTANCE_BUSINESS_KEY_IN -> where.in("businessKey", value);
      case PROCESS_INSTANCE_BUSINESS_KEY_LIKE -> where.like("businessKey", value);
      case EXECUTION_ID -> where.is("activityInstanceId", value);
      case PROCESS_DEFINITION_ID -> where.is("processDefinitionId", value);
      case PROCESS_DEFINITION_KEY -> where.is("definitionKey", value);
      case PROCESS_DEFINITION_NAME -> ofDefinitionNamed(value, where);
      case ACTIVITY_INSTANCE_ID_IN -> where.in("activityInstanceId", withoutActivityIds(value));
      case TASK_NAME -> where.is("name", value);
      case TASK_NAME_LIKE -> where.like("name", value);
      case TASK_DESCRIPTION -> where.is("description", value);
      case TASK_DESCRIPTION_LIKE -> where.like("description", value);
      case TASK_DEFINITION_KEY -> where.is("activityId", value);
      case TASK_DEFINITION_KEY_IN -> where.in("activityId", value);
      case TASK_ASSIGNEE -> where.is("assignee", value);
      case TASK_ASSIGNEE_LIKE -> where.like("assignee", value);
      case TASK_OWNER -> where.is("owner", value);
      case TASK_OWNER_LIKE -> where.like("owner", value);
      case TASK_PRIORITY -> where.is("priority", value);
      case ASSIGNED -> where.isNotNull("assignee");
      case UNASSIGNED -> where.isNull("assignee");
      case FINISHED -> where.isNotNull("endedAt");
      case UNFINISHED -> where.isNull("endedAt");
      case PROCESS_FINISHED -> instance(where, instance -> instance.isNotNull("endedAt"));
      case PROCESS_UNFINISHED -> instance(where, instance -> instance.isNull("endedAt"));
      case TASK_DUE_DATE -> where.is("dueAt", value);
      case TASK_DUE_DATE_BEFORE -> where.before("dueAt", value);
      case TASK_DUE_DATE_AFTER -> where.after("dueAt", value);
      case WITHOUT_TASK_DUE_DATE -> where.isNull("dueAt");
      case TASK_FOLLOW_UP_DATE -> where.is("followUpAt", value);
      case TASK_FOLLOW_UP_DATE_BEFORE -> where.before("followUpAt", value);
      case TASK_FOLLOW_UP_DATE_AFTER -> where.after("followUpAt", value);
      case STARTED_BEFORE -> where.until("createdAt", value);
      case STARTED_AFTER -> where.since("createdAt", value);
      case FINISHED_BEFORE -> where.until("endedAt", value);
      case FINISHED_AFTER -> where.since("endedAt", value);
      case TENANT_ID_IN -> where.in("tenantId", value);
      case WITHOUT_TENANT_ID -> where.isNull("tenantId");
      case PROCESS_VARIABLES ->
          VariableConditions.allHold(value, "processInstanceId", false, where);
      case TASK_VARIABLES -> VariableConditions.allHold(value, "id", true, where);
      case TASK_PARENT_TASK_ID,
          CASE_INSTANCE_ID,
          CASE_EXECUTION_ID,
          CASE_DEFINITION_ID,
          CASE_DEFINITION_KEY,
          CASE_DEFINITION_NAME ->
          where.build().disjunction();
    };
  }

  private static Predicate instance(
      Conditions<HistoricTaskEntity> where,
      Function<Conditions<ProcessInstanceEntity>, Predicate> condition) {
    return where.exists(
        ProcessInstanceEntity.class,
        "processInstanceId",
        (instance, id) ->
            List.of(
                instance.build().equal(instance.root().get("id"), id), condition.apply(instance)));
  }

  private static Predicate ofDefinitionNamed(Object name, Conditions<HistoricTaskEntity> where) {
    return where.exists(
        ProcessDefinitionEntity.class,
        "processDefinitionId",
        (definition, id) ->
            List.of(
                definition.build().equal(definition.root().get("id"), id),
                definition.is("name", name)));
  }

  private static List<String> withoutActivityIds(Object activityInstanceIds) {
    return ((List<?>) activityInstanceIds)
        .stream().map(String.class::cast).map(HistoricActivityInstanceList::executionId).toList();
  }

  @Override
  protected Expression<?> sortedBy(
      HistoricTaskInstanceSort key, Conditions<HistoricTaskEntity> where) {
    return where
        .root()
        .get(
            switch (key) {
              case TASK_ID -> "id";
              case ACTIVITY_INSTANCE_ID -> "activityInstanceId";
              case PROCESS_DEFINITION_ID -> "processDefinitionId";
              case PROCESS_INSTANCE_ID -> "processInstanceId";
              case EXECUTION_ID -> "activityInstanceId";
              case START_TIME -> "createdAt";
              case END_TIME -> "endedAt";
              case TASK_NAME -> "name";
              case TASK_DESCRIPTION -> "description";
              case ASSIGNEE -> "assignee";
              case OWNER -> "owner";
              case DUE_DATE -> "dueAt";
              case FOLLOW_UP_DATE -> "followUpAt";
              case TASK_DEFINITION_KEY -> "activityId";
              case PRIORITY -> "priority";
              case TENANT_ID -> "tenantId";
            });
  }
}
