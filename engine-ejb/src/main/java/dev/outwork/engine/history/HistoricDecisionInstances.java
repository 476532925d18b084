package dev.outwork.engine.history;

import dev.outwork.api.history.HistoricDecisionInstance;
import dev.outwork.engine.decision.DecisionInstanceEntity;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Evaluated decisions with their removal times. */
final class HistoricDecisionInstances {
  private HistoricDecisionInstances() {}

  static List<HistoricDecisionInstance> tell(
      List<DecisionInstanceEntity> instances, EntityManager entityManager) {
    Map<String, Integer> timesToLive = timesToLive(instances, entityManager);
    return Belonging.tell(
        instances,
        DecisionInstanceEntity::processInstanceId,
        (instance, belonging) ->
            instance.toHistoricDecisionInstance(
                instance.processInstanceId() == null
                    ? instance.removalTime(timesToLive.get(instance.definitionId()))
                    : belonging.removalTime()),
        entityManager);
  }

  private static Map<String, Integer> timesToLive(
      List<DecisionInstanceEntity> instances, EntityManager entityManager) {
    List<String> ids =
        instances.stream().map(DecisionInstanceEntity::definitionId).distinct().toList();
    Map<String, Integer> days = new HashMap<>();
    if (!ids.isEmpty()) {
      entityManager
          .createQuery(
              "select d.id, d.historyTimeToLive from DecisionDefinitionEntity d where d.id in :ids",
              Object[].class)
          .setParameter("ids", ids)
          .getResultList()
          .forEach(row -> days.put((String) row[0], (Integer) row[1]));
    }
    return days;
  }
}
