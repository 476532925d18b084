package dev.outwork.engine.deployment;

import dev.outwork.engine.database.Conditions;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import java.util.List;

/** Conditions on versions of definitions, of processes and decisions. */
final class VersionConditions {
  private VersionConditions() {}

  /** A condition on the deployment. */
  interface OfDeployment {
    Predicate holds(Conditions<DeploymentEntity> deployment);
  }

  static Predicate deployed(Conditions<?> where, OfDeployment condition) {
    return where.exists(
        DeploymentEntity.class,
        "deploymentId",
        (deployment, id) ->
            List.of(
                deployment.build().equal(deployment.root().get("id"), id),
                condition.holds(deployment)));
  }

  /** There is no newer version of the key within the tenant. */
  static <E> Predicate isLatest(Class<E> entity, Conditions<E> where) {
    CriteriaBuilder build = where.build();
    Path<String> tenant = where.root().get("tenantId");
    Predicate newer =
        where.exists(
            entity,
            "key",
            (other, key) -> {
              Path<String> otherTenant = other.root().get("tenantId");
              return List.of(
                  build.equal(other.root().get("key"), key),
                  build.or(
                      build.equal(otherTenant, tenant),
                      build.and(build.isNull(otherTenant), build.isNull(tenant))),
                  build.greaterThan(
                      other.root().<Integer>get("version"), where.root().<Integer>get("version")));
            });
    return build.not(newer);
  }
}
