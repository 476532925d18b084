package dev.outwork.engine.history;

import dev.outwork.api.ListQuery;
import dev.outwork.api.history.UserOperationFilter;
import dev.outwork.api.history.UserOperationSort;
import dev.outwork.engine.database.Conditions;
import dev.outwork.engine.database.Listing;
import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;

/** The entries of the operation log (docs/rest-api.md, "Operation log"). */
final class UserOperationList
    extends Listing<UserOperationEntity, UserOperationFilter, UserOperationSort> {
  UserOperationList(
      EntityManager entityManager, ListQuery<UserOperationFilter, UserOperationSort> query) {
    super(entityManager, UserOperationEntity.class, query);
  }

  @Override
  protected Predicate condition(
      UserOperationFilter filter, Object value, Conditions<UserOperationEntity> where) {
    return switch (filter) {
      case DEPLOYMENT_ID -> where.is("deploymentId", value);
      case PROCESS_DEFINITION_ID -> where.is("processDefinitionId", value);
      case PROCESS_DEFINITION_KEY -> where.is("definitionKey", value);
      case PROCESS_INSTANCE_ID -> where.is("processInstanceId", value);
      case EXECUTION_ID -> where.is("executionId", value);
      case TASK_ID -> where.is("taskId", value);
      case EXTERNAL_TASK_ID -> where.is("externalTaskId", value);
      case BATCH_ID -> where.is("batchId", value);
      case JOB_ID -> where.is("jobId", value);
      case USER_ID -> where.is("userId", value);
      case OPERATION_ID -> where.is("operationId", value);
      case OPERATION_TYPE -> where.is("operationType", value);
      case ENTITY_TYPE -> where.is("entityType", value);
      case ENTITY_TYPE_IN -> where.in("entityType", value);
      case CATEGORY -> where.is("category", value);
      case CATEGORY_IN -> where.in("category", value);
      case PROPERTY -> where.is("property", value);
      case AFTER_TIMESTAMP -> where.after("loggedAt", value);
      case BEFORE_TIMESTAMP -> where.before("loggedAt", value);
      // There are no cases and no job definitions.
      case CASE_DEFINITION_ID, CASE_INSTANCE_ID, CASE_EXECUTION_ID, JOB_DEFINITION_ID ->
          where.build().disjunction();
    };
  }

  @Override
  protected Expression<?> sortedBy(UserOperationSort key, Conditions<UserOperationEntity> where) {
    return where.root().get("loggedAt");
  }
}
