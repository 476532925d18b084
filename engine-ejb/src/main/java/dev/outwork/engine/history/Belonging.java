package dev.outwork.engine.history;

import dev.outwork.engine.database.Portions;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The data that history shows for all elements of a process instance.
 *
 * @param rootId the root of the instance's call hierarchy
 * @param removalTime time from which history clean-up may delete the instance with all its data; or
 *     null
 */
record Belonging(
    String definitionId,
    String definitionKey,
    String tenantId,
    String rootId,
    Instant removalTime) {
  private static final String OF_INSTANCES =
      "select i.id, i.definitionId, i.definitionKey, i.tenantId, i.rootId, r.endedAt, d.historyTimeToLive"
          + " from ProcessInstanceEntity i, ProcessInstanceEntity r, ProcessDefinitionEntity d"
          + " where i.id in :ids and r.id = i.rootId and d.id = r.definitionId";

  // For failed starts, which have no instance.
  private static final Belonging NONE = new Belonging(null, null, null, null, null);

  /**
   * Combines each entity with the data of its instance; entities whose instance was deleted
   * meanwhile are left out.
   *
   * @param instanceId id of the entity's process instance, or null
   */
  static <E, T> List<T> tell(
      List<E> entities,
      Function<E, String> instanceId,
      BiFunction<E, Belonging, T> tell,
      EntityManager entityManager) {
    Map<String, Belonging> belongings =
        of(entities.stream().map(instanceId).toList(), entityManager);
    return entities.stream()
        .filter(entity -> belongings.containsKey(instanceId.apply(entity)))
        .map(entity -> tell.apply(entity, belongings.get(instanceId.apply(entity))))
        .toList();
  }

  /** The same for entities that outlive their instance. */
  static <E, T> List<T> tellAll(
      List<E> entities,
      Function<E, String> instanceId,
      BiFunction<E, Belonging, T> tell,
      EntityManager entityManager) {
    Map<String, Belonging> belongings =
        of(entities.stream().map(instanceId).toList(), entityManager);
    return entities.stream()
        .map(entity -> tell.apply(entity, belongings.getOrDefault(instanceId.apply(entity), NONE)))
        .toList();
  }

  private static Map<String, Belonging> of(List<String> instanceIds, EntityManager entityManager) {
    List<String> ids = instanceIds.stream().filter(Objects::nonNull).distinct().toList();
    Map<String, Belonging> belongings = new HashMap<>();
    belongings.put(null, NONE);
    for (List<String> some : Portions.of(ids)) {
      entityManager
          .createQuery(OF_INSTANCES, Object[].class)
          .setParameter("ids", some)
          .getResultList()
          .forEach(row -> belongings.put((String) row[0], of(row)));
    }
    return belongings;
  }

  private static Belonging of(Object[] row) {
    return new Belonging(
        (String) row[1],
        (String) row[2],
        (String) row[3],
        (String) row[4],
        EndedInstances.removalTime((Instant) row[5], (Integer) row[6]).orElse(null));
  }
}
