package dev.outwork.engine.decision;

import dev.outwork.api.ListQuery;
import dev.outwork.api.decision.DecisionRequirementsDefinition;
import dev.outwork.api.decision.DecisionRequirementsDefinitionFilter;
import dev.outwork.api.decision.DecisionRequirementsDefinitionSort;
import dev.outwork.engine.deployment.DecisionRequirementsList;
import dev.outwork.engine.deployment.DefinitionStore;
import dev.outwork.engine.inject.Collaborator;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the documents with several decisions. */
@Collaborator
@Dependent
class DecisionRequirements {
  private static final Set<DecisionRequirementsDefinitionFilter> NOT_WITH_LATEST =
      Set.of(
          DecisionRequirementsDefinitionFilter.DECISION_REQUIREMENTS_DEFINITION_ID,
          DecisionRequirementsDefinitionFilter.NAME,
          DecisionRequirementsDefinitionFilter.NAME_LIKE,
          DecisionRequirementsDefinitionFilter.VERSION,
          DecisionRequirementsDefinitionFilter.DEPLOYMENT_ID);

  private final DefinitionStore deployments;

  @Inject
  DecisionRequirements(DefinitionStore deployments) {
    this.deployments = deployments;
  }

  /** Throws as {@link LatestVersions#check}. */
  DecisionRequirementsList list(
      EntityManager entityManager,
      ListQuery<DecisionRequirementsDefinitionFilter, DecisionRequirementsDefinitionSort> query) {
    LatestVersions.check(
        query, DecisionRequirementsDefinitionFilter.LATEST_VERSION, NOT_WITH_LATEST);
    return new DecisionRequirementsList(entityManager, query);
  }

  Optional<DecisionRequirementsDefinition> find(EntityManager entityManager, String id) {
    return only(
        entityManager,
        query().with(DecisionRequirementsDefinitionFilter.DECISION_REQUIREMENTS_DEFINITION_ID, id));
  }

  /** {@code tenantId} is null for the version without tenant. */
  Optional<DecisionRequirementsDefinition> latest(
      EntityManager entityManager, String key, String tenantId) {
    ListQuery<DecisionRequirementsDefinitionFilter, DecisionRequirementsDefinitionSort> ofKey =
        query()
            .with(DecisionRequirementsDefinitionFilter.KEY, key)
            .with(DecisionRequirementsDefinitionFilter.LATEST_VERSION, true);
    return only(
        entityManager,
        tenantId == null
            ? ofKey.with(DecisionRequirementsDefinitionFilter.WITHOUT_TENANT_ID, true)
            : ofKey.with(DecisionRequirementsDefinitionFilter.TENANT_ID_IN, List.of(tenantId)));
  }

  Optional<String> model(DecisionRequirementsDefinition definition) {
    return deployments
        .file(definition.deploymentId(), definition.resource())
        .map(document -> new String(document, StandardCharsets.UTF_8));
  }

  private static ListQuery<DecisionRequirementsDefinitionFilter, DecisionRequirementsDefinitionSort>
      query() {
    return ListQuery.all();
  }

  private static Optional<DecisionRequirementsDefinition> only(
      EntityManager entityManager,
      ListQuery<DecisionRequirementsDefinitionFilter, DecisionRequirementsDefinitionSort> query) {
    return new DecisionRequirementsList(entityManager, query).definitions().stream().findFirst();
  }
}
