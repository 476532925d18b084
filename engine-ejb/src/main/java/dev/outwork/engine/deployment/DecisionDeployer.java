package dev.outwork.engine.deployment;

import dev.outwork.api.decision.DecisionDefinition;
import dev.outwork.api.decision.DecisionRequirementsDefinition;
import dev.outwork.api.deployment.ParseException;
import dev.outwork.api.deployment.Resource;
import dev.outwork.engine.dmn.DecisionGraph;
import dev.outwork.engine.dmn.DecisionModel;
import dev.outwork.engine.dmn.DmnReader;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Deploys the decisions of a deployment: refuses those that cannot be evaluated, and numbers the
 * versions.
 */
final class DecisionDeployer {
  private final EntityManager entityManager;
  private final Map<String, DecisionGraph> graphs = new HashMap<>();
  private final List<DecisionDefinition> definitions = new ArrayList<>();
  private final List<DecisionRequirementsDefinition> requirements = new ArrayList<>();

  DecisionDeployer(List<Resource> resources, EntityManager entityManager) {
    this.entityManager = entityManager;
    Map<String, String> resourceOfKey = new HashMap<>();
    for (Resource resource : resources) {
      if (Resource.isDecision(resource.name())) {
        DecisionGraph graph = DmnReader.read(resource.name(), resource.content());
        graphs.put(resource.name(), graph);
        graph.decisions().forEach(decision -> checkOnce(decision, resource, resourceOfKey));
      }
    }
  }

  static void checkOnce(
      DecisionModel decision, Resource resource, Map<String, String> resourceOfKey) {
    String other = resourceOfKey.put(decision.key(), resource.name());
    if (other != null) {
      String message =
          "Decision '%s' is in '%s' and in '%s': a key can be deployed only once in a deployment"
              .formatted(decision.key(), other, resource.name());
      throw new ParseException(
          resource.name(),
          List.of(new ParseException.Problem(message, 0, 0, List.of(decision.key()))),
          List.of());
    }
  }

  /** What is to be inserted for a document: nothing if it has no decisions. */
  List<Object> entities(Resource resource, DeploymentEntity deployment) {
    DecisionGraph graph = graphs.get(resource.name());
    if (graph == null) {
      return List.of();
    }
    List<Object> entities = new ArrayList<>();
    DecisionRequirementsEntity together = null;
    if (graph.hasRequirements()) {
      int version = latestVersion(DecisionRequirementsEntity.class, graph.id(), deployment) + 1;
      together = new DecisionRequirementsEntity(graph, version, deployment, resource.name());
      entities.add(together);
      requirements.add(together.toDecisionRequirementsDefinition());
    }
    for (DecisionModel model : graph.decisions()) {
      int version = latestVersion(DecisionDefinitionEntity.class, model.key(), deployment) + 1;
      DecisionDefinitionEntity definition =
          new DecisionDefinitionEntity(
              model, version, graph.category(), deployment, resource.name(), together);
      entities.add(definition);
      definitions.add(definition.toDecisionDefinition());
    }
    return entities;
  }

  List<DecisionDefinition> definitions() {
    return definitions;
  }

  List<DecisionRequirementsDefinition> requirements() {
    return requirements;
  }

  private int latestVersion(Class<?> entity, String key, DeploymentEntity deployment) {
    String tenantId = deployment.toDeployment().tenantId();
    return entityManager
        .createQuery(
            "select coalesce(max(d.version), 0) from %s d where d.key = :key and coalesce(d.tenantId, '') = :tenantId"
                .formatted(entity.getSimpleName()),
            Integer.class)
        .setParameter("key", key)
        .setParameter("tenantId", tenantId == null ? "" : tenantId)
        .getSingleResult();
  }
}
