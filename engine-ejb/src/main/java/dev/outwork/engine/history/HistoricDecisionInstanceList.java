package dev.outwork.engine.history;

import dev.outwork.api.ListQuery;
import dev.outwork.api.history.HistoricDecisionInstanceFilter;
import dev.outwork.api.history.HistoricDecisionInstanceSort;
import dev.outwork.engine.database.Conditions;
import dev.outwork.engine.database.Listing;
import dev.outwork.engine.decision.DecisionInstanceEntity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;

/** The list of evaluated decisions. */
final class HistoricDecisionInstanceList
    extends Listing<
        DecisionInstanceEntity, HistoricDecisionInstanceFilter, HistoricDecisionInstanceSort> {
  HistoricDecisionInstanceList(
      EntityManager entityManager,
      ListQuery<HistoricDecisionInstanceFilter, HistoricDecisionInstanceSort> query) {
    super(entityManager, DecisionInstanceEntity.class, query);
  }

  @Override
  protected Predicate condition(
      HistoricDecisionInstanceFilter filter,
      Object value,
      Conditions<DecisionInstanceEntity> where) {
    return switch (filter) {
      case DECISION_INSTANCE_ID -> where.is("id", value);
      case DECISION_INSTANCE_ID_IN -> where.in("id", value);
      case DECISION_DEFINITION_ID -> where.is("definitionId", value);
      case DECISION_DEFINITION_ID_IN -> where.in("definitionId", value);
      case DECISION_DEFINITION_KEY -> where.is("definitionKey", value);
      case DECISION_DEFINITION_KEY_IN -> where.in("definitionKey", value);
      case DECISION_DEFINITION_NAME -> where.is("definitionName", value);
      case DECISION_DEFINITION_NAME_LIKE -> where.like("definitionName", value);
      case PROCESS_DEFINITION_ID -> where.is("processDefinitionId", value);
      case PROCESS_DEFINITION_KEY -> where.is("processDefinitionKey", value);
      case PROCESS_INSTANCE_ID -> where.is("processInstanceId", value);
      // There are no cases.
      case CASE_DEFINITION_ID, CASE_DEFINITION_KEY, CASE_INSTANCE_ID -> where.build().disjunction();
      case ACTIVITY_ID_IN -> where.in("activityId", value);
      case ACTIVITY_INSTANCE_ID_IN -> where.in("activityInstanceId", value);
      case TENANT_ID_IN -> where.in("tenantId", value);
      case WITHOUT_TENANT_ID -> where.isNull("tenantId");
      case EVALUATED_BEFORE -> where.until("evaluatedAt", value);
      case EVALUATED_AFTER -> where.since("evaluatedAt", value);
      case USER_ID -> where.is("userId", value);
      case ROOT_DECISION_INSTANCE_ID ->
          where.build().or(where.is("id", value), where.is("rootId", value));
      case ROOT_DECISION_INSTANCES_ONLY -> where.isNull("rootId");
      case DECISION_REQUIREMENTS_DEFINITION_ID -> where.is("requirementsId", value);
      case DECISION_REQUIREMENTS_DEFINITION_KEY -> where.is("requirementsKey", value);
    };
  }

  @Override
  protected Expression<?> sortedBy(
      HistoricDecisionInstanceSort key, Conditions<DecisionInstanceEntity> where) {
    return switch (key) {
      case EVALUATION_TIME -> where.root().get("evaluatedAt");
      case TENANT_ID -> where.root().get("tenantId");
    };
  }
}
