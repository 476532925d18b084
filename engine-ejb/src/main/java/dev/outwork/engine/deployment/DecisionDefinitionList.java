package dev.outwork.engine.deployment;

import dev.outwork.api.ListQuery;
import dev.outwork.api.decision.DecisionDefinition;
import dev.outwork.api.decision.DecisionDefinitionFilter;
import dev.outwork.api.decision.DecisionDefinitionSort;
import dev.outwork.engine.database.Conditions;
import dev.outwork.engine.database.Listing;
import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;
import java.util.List;

/** The list of decision definitions. */
public final class DecisionDefinitionList
    extends Listing<DecisionDefinitionEntity, DecisionDefinitionFilter, DecisionDefinitionSort> {
  public DecisionDefinitionList(
      EntityManager entityManager,
      ListQuery<DecisionDefinitionFilter, DecisionDefinitionSort> query) {
    super(entityManager, DecisionDefinitionEntity.class, query);
  }

  /** The definitions themselves. */
  public List<DecisionDefinition> definitions() {
    return list(DecisionDefinitionEntity::toDecisionDefinition);
  }

  @Override
  protected Predicate condition(
      DecisionDefinitionFilter filter, Object value, Conditions<DecisionDefinitionEntity> where) {
    return switch (filter) {
      case DECISION_DEFINITION_ID -> where.is("id", value);
      case DECISION_DEFINITION_ID_IN -> where.in("id", value);
      case NAME -> where.is("name", value);
      case NAME_LIKE -> where.like("name", value);
      case DEPLOYMENT_ID -> where.is("deploymentId", value);
      case DEPLOYED_AFTER ->
          VersionConditions.deployed(where, other -> other.after("deployedAt", value));
      case DEPLOYED_AT -> VersionConditions.deployed(where, other -> other.is("deployedAt", value));
      case KEY -> where.is("key", value);
      case KEY_LIKE -> where.like("key", value);
      case CATEGORY -> where.is("category", value);
      case CATEGORY_LIKE -> where.like("category", value);
      case VERSION -> where.is("version", value);
      case LATEST_VERSION -> VersionConditions.isLatest(DecisionDefinitionEntity.class, where);
      case RESOURCE_NAME -> where.is("resourceName", value);
      case RESOURCE_NAME_LIKE -> where.like("resourceName", value);
      case DECISION_REQUIREMENTS_DEFINITION_ID -> where.is("requirementsId", value);
      case DECISION_REQUIREMENTS_DEFINITION_KEY -> where.is("requirementsKey", value);
      case WITHOUT_DECISION_REQUIREMENTS_DEFINITION -> where.isNull("requirementsId");
      case TENANT_ID_IN ->
          where.tenantIn(
              value, asks(DecisionDefinitionFilter.INCLUDE_DECISION_DEFINITIONS_WITHOUT_TENANT_ID));
      case WITHOUT_TENANT_ID -> where.isNull("tenantId");
      case INCLUDE_DECISION_DEFINITIONS_WITHOUT_TENANT_ID ->
          where.build().conjunction(); // widens the condition above
      case VERSION_TAG -> where.is("versionTag", value);
      case VERSION_TAG_LIKE -> where.like("versionTag", value);
    };
  }

  @Override
  protected Expression<?> sortedBy(
      DecisionDefinitionSort key, Conditions<DecisionDefinitionEntity> where) {
    return switch (key) {
      case CATEGORY -> where.root().get("category");
      case KEY -> where.root().get("key");
      case ID -> where.root().get("id");
      case NAME -> where.root().get("name");
      case VERSION -> where.root().get("version");
      // Ids of deployments grow with time.
      case DEPLOYMENT_ID, DEPLOY_TIME -> where.root().get("deploymentId");
      case TENANT_ID -> where.root().get("tenantId");
      case VERSION_TAG -> where.root().get("versionTag");
      case DECISION_REQUIREMENTS_DEFINITION_KEY -> where.root().get("requirementsKey");
    };
  }
}
