package dev.outwork.engine.deployment;

import dev.outwork.api.ListQuery;
import dev.outwork.api.deployment.DeploymentFilter;
import dev.outwork.api.deployment.DeploymentSort;
import dev.outwork.engine.database.Conditions;
import dev.outwork.engine.database.Listing;
import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;

/** The list of deployments (docs/rest-api.md, "Deployments"). */
final class DeploymentList extends Listing<DeploymentEntity, DeploymentFilter, DeploymentSort> {
  DeploymentList(EntityManager entityManager, ListQuery<DeploymentFilter, DeploymentSort> query) {
    super(entityManager, DeploymentEntity.class, query);
  }

  @Override
  protected Predicate condition(
      DeploymentFilter filter, Object value, Conditions<DeploymentEntity> where) {
    return switch (filter) {
      case ID -> where.is("id", value);
      case NAME -> where.is("name", value);
      case NAME_LIKE -> where.like("name", value);
      case SOURCE -> where.is("source", value);
      case WITHOUT_SOURCE -> where.isNull("source");
      case BEFORE -> where.before("deployedAt", value);
      case AFTER -> where.after("deployedAt", value);
      case TENANT_ID_IN -> where.tenantIn(value, asks(DeploymentFilter.INCLUDE_WITHOUT_TENANT_ID));
      case INCLUDE_WITHOUT_TENANT_ID -> where.build().conjunction(); // widens the condition above
      case WITHOUT_TENANT_ID -> where.isNull("tenantId");
    };
  }

  @Override
  protected Expression<?> sortedBy(DeploymentSort key, Conditions<DeploymentEntity> where) {
    return switch (key) {
      case ID -> where.root().get("id");
      case NAME -> where.root().get("name");
      case DEPLOYMENT_TIME -> where.root().get("deployedAt");
      case TENANT_ID -> where.root().get("tenantId");
    };
  }
}
