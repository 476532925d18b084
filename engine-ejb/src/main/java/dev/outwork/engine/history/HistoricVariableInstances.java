package dev.outwork.engine.history;

import dev.outwork.api.history.HistoricVariableInstance;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.api.variable.ValueType;
import dev.outwork.engine.database.Portions;
import dev.outwork.engine.variable.VariableRow;
import dev.outwork.engine.variable.VariableStore;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Adds to variables what is stored elsewhere: their owners, and the bytes of their values. */
final class HistoricVariableInstances {
  private final EntityManager entityManager;
  private final VariableStore store;

  HistoricVariableInstances(EntityManager entityManager, VariableStore store) {
    this.entityManager = entityManager;
    this.store = store;
  }

  List<HistoricVariableInstance> of(List<HistoricVariableEntity> variables) {
    Map<String, String> tasks =
        activitiesOfTasks(variables.stream().map(HistoricVariableEntity::scopeId).toList());
    Map<String, String> activityIds =
        activityIds(
            variables.stream()
                .map(HistoricVariableEntity::scopeId)
                .map(scope -> tasks.getOrDefault(scope, scope))
                .toList());
    return Belonging.tell(
        variables,
        HistoricVariableEntity::processInstanceId,
        (variable, instance) -> of(variable.row(), instance, tasks, activityIds),
        entityManager);
  }

  /** The value with its bytes. */
  TypedValue withContent(HistoricVariableInstance variable) {
    TypedValue value = variable.value();
    boolean isBinary = value.type() == ValueType.FILE || value.type() == ValueType.BYTES;
    return isBinary
        ? new TypedValue(value.type(), store.content(variable.id()), value.valueInfo())
        : value;
  }

  private static HistoricVariableInstance of(
      VariableRow row,
      Belonging instance,
      Map<String, String> tasks,
      Map<String, String> activityIds) {
    String executionId = tasks.getOrDefault(row.scopeId(), row.scopeId());
    String activityId = activityIds.get(executionId);
    return new HistoricVariableInstance(
        row.id(),
        row.name(),
        row.toVariable().value(),
        instance.definitionKey(),
        instance.definitionId(),
        row.processInstanceId(),
        executionId,
        activityId == null ? executionId : activityId + ":" + executionId,
        tasks.containsKey(row.scopeId()) ? row.scopeId() : null,
        instance.tenantId(),
        row.createdAt(),
        instance.removalTime(),
        instance.rootId());
  }

  /** The scopes that are user tasks, each with its activity. */
  private Map<String, String> activitiesOfTasks(List<String> scopeIds) {
    return pairs(
        "select t.id, t.activityInstanceId from TaskOfActivityEntity t where t.id in :ids",
        scopeIds);
  }

  private Map<String, String> activityIds(List<String> executionIds) {
    return pairs(
        "select a.id, a.activityId from ActivityInstanceEntity a where a.id in :ids", executionIds);
  }

  private Map<String, String> pairs(String jpql, List<String> ids) {
    Map<String, String> pairs = new HashMap<>();
    for (List<String> some : Portions.of(ids.stream().distinct().toList())) {
      entityManager
          .createQuery(jpql, Object[].class)
          .setParameter("ids", some)
          .getResultList()
          .forEach(row -> pairs.put((String) row[0], (String) row[1]));
    }
    return pairs;
  }
}
