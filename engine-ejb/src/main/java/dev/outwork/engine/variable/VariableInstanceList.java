package dev.outwork.engine.variable;

import dev.outwork.api.ListQuery;
import dev.outwork.api.variable.VariableInstanceFilter;
import dev.outwork.api.variable.VariableInstanceSort;
import dev.outwork.engine.database.Conditions;
import dev.outwork.engine.database.Listing;
import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;
import java.util.ArrayList;
import java.util.List;

/** The list of variables of running instances (docs/rest-api.md, "Variable instances"). */
public final class VariableInstanceList
    extends Listing<VariableInstanceEntity, VariableInstanceFilter, VariableInstanceSort> {
  private final EntityManager entityManager;

  public VariableInstanceList(
      EntityManager entityManager, ListQuery<VariableInstanceFilter, VariableInstanceSort> query) {
    super(entityManager, VariableInstanceEntity.class, query);
    this.entityManager = entityManager;
  }

  @Override
  protected Predicate condition(
      VariableInstanceFilter filter, Object value, Conditions<VariableInstanceEntity> where) {
    return switch (filter) {
      case VARIABLE_NAME -> where.is("name", value);
      case VARIABLE_NAME_LIKE -> where.like("name", value);
      case VARIABLE_VALUES -> VariableConditions.allHoldOf(value, where);
      case EXECUTION_ID_IN -> isOf(where, (List<?>) value);
      case PROCESS_INSTANCE_ID_IN -> where.in("processInstanceId", value);
      case TASK_ID_IN -> where.build().and(where.isNotNull("taskId"), where.in("scopeId", value));
      case VARIABLE_SCOPE_ID_IN -> where.in("scopeId", value);
      case ACTIVITY_INSTANCE_ID_IN -> isOf(where, withoutActivityIds(value));
      case TENANT_ID_IN -> where.in("tenantId", value);
      case CASE_EXECUTION_ID_IN, CASE_INSTANCE_ID_IN, BATCH_ID_IN -> where.build().disjunction();
    };
  }

  @Override
  protected Expression<?> sortedBy(
      VariableInstanceSort key, Conditions<VariableInstanceEntity> where) {
    return where
        .root()
        .get(
            switch (key) {
              case VARIABLE_NAME -> "name";
              case VARIABLE_TYPE -> "type";
              case ACTIVITY_INSTANCE_ID -> "executionId";
              case TENANT_ID -> "tenantId";
            });
  }

  // Variables are indexed by their scope, which is an execution or a task. H2 uses an index for one
  // list of values in a view, not for two.
  private Predicate isOf(Conditions<VariableInstanceEntity> where, List<?> executionIds) {
    List<Object> scopes = new ArrayList<>(executionIds);
    scopes.addAll(
        entityManager
            .createQuery(
                "select t.id from TaskOfExecutionEntity t where t.activityInstanceId in :ids",
                String.class)
            .setParameter("ids", executionIds)
            .getResultList());
    return where.in("scopeId", scopes);
  }

  // The REST API uses <activity id>:<execution id>.
  private static List<String> withoutActivityIds(Object activityInstanceIds) {
    return ((List<?>) activityInstanceIds)
        .stream().map(String.class::cast).map(id -> id.substring(id.lastIndexOf(':') + 1)).toList();
  }
}
