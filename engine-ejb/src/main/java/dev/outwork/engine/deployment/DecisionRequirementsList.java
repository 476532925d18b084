package dev.outwork.engine.deployment;

import dev.outwork.api.ListQuery;
import dev.outwork.api.decision.DecisionRequirementsDefinition;
import dev.outwork.api.decision.DecisionRequirementsDefinitionFilter;
import dev.outwork.api.decision.DecisionRequirementsDefinitionSort;
import dev.outwork.engine.database.Conditions;
import dev.outwork.engine.database.Listing;
import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;
import java.util.List;

/** Lists of decision requirements definitions. */
public final class DecisionRequirementsList
    extends Listing<
        DecisionRequirementsEntity,
        DecisionRequirementsDefinitionFilter,
        DecisionRequirementsDefinitionSort> {
  public DecisionRequirementsList(
      EntityManager entityManager,
      ListQuery<DecisionRequirementsDefinitionFilter, DecisionRequirementsDefinitionSort> query) {
    super(entityManager, DecisionRequirementsEntity.class, query);
  }

  /** The definitions themselves. */
  public List<DecisionRequirementsDefinition> definitions() {
    return list(DecisionRequirementsEntity::toDecisionRequirementsDefinition);
  }

  @Override
  protected Predicate condition(
      DecisionRequirementsDefinitionFilter filter,
      Object value,
      Conditions<DecisionRequirementsEntity> where) {
    return switch (filter) {
      case DECISION_REQUIREMENTS_DEFINITION_ID -> where.is("id", value);
      case DECISION_REQUIREMENTS_DEFINITION_ID_IN -> where.in("id", value);
      case NAME -> where.is("name", value);
      case NAME_LIKE -> where.like("name", value);
      case DEPLOYMENT_ID -> where.is("deploymentId", value);
      case KEY -> where.is("key", value);
      case KEY_LIKE -> where.like("key", value);
      case CATEGORY -> where.is("category", value);
      case CATEGORY_LIKE -> where.like("category", value);
      case VERSION -> where.is("version", value);
      case LATEST_VERSION -> VersionConditions.isLatest(DecisionRequirementsEntity.class, where);
      case RESOURCE_NAME -> where.is("resourceName", value);
      case RESOURCE_NAME_LIKE -> where.like("resourceName", value);
      case TENANT_ID_IN ->
          where.tenantIn(
              value,
              asks(
                  DecisionRequirementsDefinitionFilter
                      .INCLUDE_DECISION_REQUIREMENTS_DEFINITIONS_WITHOUT_TENANT_ID));
      case WITHOUT_TENANT_ID -> where.isNull("tenantId");
      case INCLUDE_DECISION_REQUIREMENTS_DEFINITIONS_WITHOUT_TENANT_ID ->
          where.build().conjunction(); // widens the condition above
    };
  }

  @Override
  protected Expression<?> sortedBy(
      DecisionRequirementsDefinitionSort key, Conditions<DecisionRequirementsEntity> where) {
    return switch (key) {
      case CATEGORY -> where.root().get("category");
      case KEY -> where.root().get("key");
      case ID -> where.root().get("id");
      case NAME -> where.root().get("name");
      case VERSION -> where.root().get("version");
      case DEPLOYMENT_ID -> where.root().get("deploymentId");
      case TENANT_ID -> where.root().get("tenantId");
    };
  }
}
