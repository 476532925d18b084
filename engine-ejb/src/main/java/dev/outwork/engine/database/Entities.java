package dev.outwork.engine.database;

import jakarta.persistence.EntityManager;
import java.util.Optional;

/**
 * Reads entities from their current rows. The caller's transaction may have loaded an entity
 * earlier, and since changed its row by SQL that JPA does not see; JPA would return the stale
 * entity.
 */
public final class Entities {
  private Entities() {}

  /** The entity with this id. */
  public static <E> Optional<E> find(EntityManager entityManager, Class<E> type, Object id) {
    forget(entityManager);
    return Optional.ofNullable(entityManager.find(type, id));
  }

  /** Nothing is lost: whoever persists an entity flushes before anybody reads. */
  static void forget(EntityManager entityManager) {
    entityManager.clear();
  }
}
