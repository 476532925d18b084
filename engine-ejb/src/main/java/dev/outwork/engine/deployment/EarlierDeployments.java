package dev.outwork.engine.deployment;

import dev.outwork.api.deployment.DeploymentRequest;
import dev.outwork.api.deployment.Resource;
import dev.outwork.engine.database.Entities;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Earlier deployments with the same name, source and tenant (docs/rest-api.md, "Deployments"). */
final class EarlierDeployments {
  private static final String PROCESS_APPLICATION = "process application";

  private static final String SAME_ORIGIN =
      " coalesce(d.name, '') = :name and coalesce(d.tenantId, '') = :tenantId"
          + " and coalesce(d.source, '') in :sources";

  // Ids depend on the clock of the node; this is the clock that all nodes share.
  private static final String NEWEST_FIRST = " order by d.deployedAt desc, d.id desc";

  private final EntityManager entityManager;
  private final DeploymentRequest request;

  EarlierDeployments(EntityManager entityManager, DeploymentRequest request) {
    this.entityManager = entityManager;
    this.request = request;
  }

  /** Whether the newest resource of that name has the same bytes. */
  boolean has(Resource resource) {
    TypedQuery<DeploymentResourceEntity> newest =
        entityManager
            .createQuery(
                "select r from DeploymentResourceEntity r, DeploymentEntity d"
                    + " where r.deploymentId = d.id and r.name = :resourceName and"
                    + SAME_ORIGIN
                    + NEWEST_FIRST,
                DeploymentResourceEntity.class)
            .setParameter("resourceName", resource.name());
    return first(newest)
        .filter(found -> Arrays.equals(found.content(), resource.content()))
        .isPresent();
  }

  Optional<DeploymentEntity> newest() {
    return first(
        entityManager.createQuery(
            "select d from DeploymentEntity d where" + SAME_ORIGIN + NEWEST_FIRST,
            DeploymentEntity.class));
  }

  private <E> Optional<E> first(TypedQuery<E> query) {
    query
        .setParameter("name", orEmpty(request.name()))
        .setParameter("tenantId", orEmpty(request.tenantId()))
        .setParameter("sources", sources())
        .setMaxResults(1);
    return Entities.list(entityManager, query, found -> found.stream().findFirst());
  }

  // A missing source equals "process application" in both directions.
  private List<String> sources() {
    String source = orEmpty(request.source());
    return source.isEmpty() || source.equals(PROCESS_APPLICATION)
        ? List.of("", PROCESS_APPLICATION)
        : List.of(source);
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }
}
