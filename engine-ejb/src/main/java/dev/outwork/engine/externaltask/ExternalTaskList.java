package dev.outwork.engine.externaltask;

import dev.outwork.api.ListQuery;
import dev.outwork.api.externaltask.ExternalTaskFilter;
import dev.outwork.api.externaltask.ExternalTaskSort;
import dev.outwork.engine.database.Conditions;
import dev.outwork.engine.database.Listing;
import dev.outwork.engine.deployment.ProcessDefinitionEntity;
import dev.outwork.engine.history.ExternalTaskLogEntity;
import dev.outwork.engine.instance.ActivityInstanceEntity;
import dev.outwork.engine.variable.VariableConditions;
import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;
import java.time.Instant;
import java.util.List;

/** The list of external tasks (docs/rest-api.md, "External task lists"). */
final class ExternalTaskList
    extends Listing<ExternalTaskEntity, ExternalTaskFilter, ExternalTaskSort> {
  private final Instant now;

  ExternalTaskList(
      EntityManager entityManager,
      ListQuery<ExternalTaskFilter, ExternalTaskSort> query,
      Instant now) {
    super(entityManager, ExternalTaskEntity.class, query);
    this.now = now;
  }

  @Override
  protected Predicate condition(
      ExternalTaskFilter filter, Object value, Conditions<ExternalTaskEntity> where) {
    return switch (filter) {
      case EXTERNAL_TASK_ID -> where.is("id", value);
      case EXTERNAL_TASK_ID_IN -> where.in("id", value);
      case TOPIC_NAME -> where.is("topicName", value);
      case WORKER_ID -> where.is("workerId", value);
      // A lock that expires at this very moment is neither.
      case LOCKED -> where.after("lockedUntil", now);
      case NOT_LOCKED ->
          where.build().or(where.isNull("lockedUntil"), where.before("lockedUntil", now));
      // If both are requested, noRetriesLeft takes precedence.
      case WITH_RETRIES_LEFT ->
          asks(ExternalTaskFilter.NO_RETRIES_LEFT)
              ? where.build().conjunction()
              : where.build().or(where.isNull("retries"), where.isNot("retries", 0));
      case NO_RETRIES_LEFT -> where.is("retries", 0);
      case LOCK_EXPIRATION_BEFORE -> where.before("lockedUntil", value);
      case LOCK_EXPIRATION_AFTER -> where.after("lockedUntil", value);
      case CREATED_BEFORE -> where.before("createdAt", value);
      case CREATED_AFTER -> where.after("createdAt", value);
      case ACTIVITY_ID -> where.is("activityId", value);
      case ACTIVITY_ID_IN -> where.in("activityId", value);
      case EXECUTION_ID -> isAt(where, value);
      case PROCESS_INSTANCE_ID -> isOf(where, List.of(value));
      case PROCESS_INSTANCE_ID_IN -> isOf(where, value);
      case PROCESS_DEFINITION_ID -> where.is("processDefinitionId", value);
      case PROCESS_DEFINITION_KEY -> where.is("definitionKey", value);
      case PROCESS_DEFINITION_KEY_IN -> where.in("definitionKey", value);
      case PROCESS_DEFINITION_NAME -> definition(where, definition -> definition.is("name", value));
      case PROCESS_DEFINITION_NAME_LIKE ->
          definition(where, definition -> definition.like("name", value));
      case TENANT_ID_IN -> where.in("tenantId", value);
      // If both are requested, suspended takes precedence.
      case ACTIVE ->
          asks(ExternalTaskFilter.SUSPENDED)
              ? where.build().conjunction()
              : where.isNot("state", TaskState.SUSPENDED);
      case SUSPENDED -> where.is("state", TaskState.SUSPENDED);
      case PRIORITY_HIGHER_THAN_OR_EQUALS -> where.atLeast("priority", value);
      case PRIORITY_LOWER_THAN_OR_EQUALS -> where.atMost("priority", value);
      case PROCESS_VARIABLES ->
          VariableConditions.allHold(value, "processInstanceId", false, where);
    };
  }

  @Override
  protected Expression<?> sortedBy(ExternalTaskSort key, Conditions<ExternalTaskEntity> where) {
    return where
        .root()
        .get(
            switch (key) {
              case ID -> "id";
              case LOCK_EXPIRATION_TIME -> "lockedUntil";
              case PROCESS_INSTANCE_ID -> "processInstanceId";
              case PROCESS_DEFINITION_ID -> "processDefinitionId";
              case PROCESS_DEFINITION_KEY -> "definitionKey";
              case TENANT_ID -> "tenantId";
              case TASK_PRIORITY -> "priority";
              case CREATE_TIME -> "createdAt";
            });
  }

  private interface OfDefinition {
    Predicate holds(Conditions<ProcessDefinitionEntity> definition);
  }

  private static Predicate definition(
      Conditions<ExternalTaskEntity> where, OfDefinition condition) {
    return where.exists(
        ProcessDefinitionEntity.class,
        "processDefinitionId",
        (definition, id) ->
            List.of(
                definition.build().equal(definition.root().get("id"), id),
                condition.holds(definition)));
  }

  // Tasks are indexed neither by their instance nor by their activity, which would slow down every
  // write; the lines of their log are indexed by their instance.
  private static Predicate isOf(Conditions<ExternalTaskEntity> where, Object processInstanceIds) {
    return where
        .build()
        .and(
            where.in("processInstanceId", processInstanceIds),
            where.inThoseOf(
                "id",
                ExternalTaskLogEntity.class,
                "externalTaskId",
                line -> line.in("processInstanceId", processInstanceIds)));
  }

  private static Predicate isAt(Conditions<ExternalTaskEntity> where, Object activityInstanceId) {
    return where
        .build()
        .and(
            where.is("activityInstanceId", activityInstanceId),
            where.inThoseOf(
                "id",
                ExternalTaskLogEntity.class,
                "externalTaskId",
                line ->
                    line.inThoseOf(
                        "processInstanceId",
                        ActivityInstanceEntity.class,
                        "processInstanceId",
                        activity -> activity.is("id", activityInstanceId))));
  }
}
