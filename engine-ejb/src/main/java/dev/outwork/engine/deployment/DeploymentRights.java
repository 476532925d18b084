package dev.outwork.engine.deployment;

import dev.outwork.api.AuthorizationException;
import dev.outwork.api.deployment.Deployment;
import dev.outwork.engine.database.Conditions;
import dev.outwork.engine.database.NamePatterns;
import dev.outwork.engine.right.Rights;
import dev.outwork.engine.right.Thing;
import dev.outwork.engine.right.Verb;
import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.Predicate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a caller may do with deployments. Who may deploy somewhere sees all that was deployed there.
 * Others see the deployments with a process or decision that they may read, and its file.
 */
record DeploymentRights(Rights rights, EntityManager entityManager) {
  private static final String NO_TENANT = "";

  private static final String PROCESSES =
      "select d.key, d.resourceName from ProcessDefinitionEntity d where d.deploymentId = :id";
  private static final String DECISIONS =
      "select d.key, d.resourceName from DecisionDefinitionEntity d where d.deploymentId = :id";

  boolean areAll() {
    return rights.areAll();
  }

  /** Returns if it may be deployed there. */
  void checkDeploy(String tenantId) {
    if (!mayDeploy(tenantId)) {
      throw new AuthorizationException(
          tenantId == null
              ? "The caller may not deploy without a tenant"
              : "The caller may not deploy in tenant '%s'".formatted(tenantId));
    }
  }

  /**
   * Whether a deployment may be changed; if not, it must look as if it did not exist.
   *
   * @throws AuthorizationException if the caller may see it, so that there is nothing to hide
   */
  boolean permitDeploy(Deployment deployment) {
    if (!see(deployment)) {
      return false;
    }
    checkDeploy(deployment.tenantId());
    return true;
  }

  private boolean mayDeploy(String tenantId) {
    return rights.allow(Verb.DEPLOY, Thing.TENANT, tenantId == null ? NO_TENANT : tenantId);
  }

  boolean see(Deployment deployment) {
    return mayDeploy(deployment.tenantId()) || !filesToRead(deployment.id()).isEmpty();
  }

  /** Those files of a deployment that are visible. */
  List<DeploymentResourceEntity> visible(
      List<DeploymentResourceEntity> files, Deployment deployment) {
    if (mayDeploy(deployment.tenantId())) {
      return files;
    }
    Set<String> names = filesToRead(deployment.id());
    return files.stream().filter(file -> names.contains(file.name())).toList();
  }

  private Set<String> filesToRead(String deploymentId) {
    Set<String> names = new HashSet<>(files(PROCESSES, Thing.PROCESS, deploymentId));
    names.addAll(files(DECISIONS, Thing.DECISION, deploymentId));
    return names;
  }

  private List<String> files(String jpql, Thing thing, String deploymentId) {
    return entityManager
        .createQuery(jpql, Object[].class)
        .setParameter("id", deploymentId)
        .getResultList()
        .stream()
        .filter(row -> rights.allow(Verb.READ, thing, (String) row[0]))
        .map(row -> (String) row[1])
        .toList();
  }

  /** The deployments that are visible, in lists. */
  List<Predicate> seen(Conditions<DeploymentEntity> where) {
    NamePatterns tenants = rights.on(Verb.DEPLOY, Thing.TENANT);
    if (tenants.isAll()) {
      return List.of();
    }
    List<Predicate> any = new ArrayList<>();
    any.add(where.matches("tenantId", tenants));
    any.add(has(ProcessDefinitionEntity.class, Thing.PROCESS, where));
    any.add(has(DecisionDefinitionEntity.class, Thing.DECISION, where));
    return List.of(where.build().or(any.toArray(Predicate[]::new)));
  }

  private <D> Predicate has(
      Class<D> definitions, Thing thing, Conditions<DeploymentEntity> deployments) {
    return deployments.exists(
        definitions,
        "id",
        (definition, id) ->
            List.of(
                definition.build().equal(definition.root().get("deploymentId"), id),
                definition.matches("key", rights.on(Verb.READ, thing))));
  }
}
