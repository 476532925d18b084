package dev.outwork.engine.database;

import jakarta.persistence.EntityManager;
import java.util.Optional;

/**
 * Entities as their rows are now. A caller's transaction may have read them before, and changed
 * their rows since by statements that JPA does not see; it would be given what it has read.
 */
public final class Entities {
  private Entities() {}

  /** The entity of an id, if there is one. */
  public static <E> Optional<E> find(EntityManager entityManager, Class<E> type, Object id) {
    forget(entityManager);
    return Optional.ofNullable(entityManager.find(type, id));
  }

  /** Nothing is lost: who persists an entity flushes before anybody reads. */
  static void forget(EntityManager entityManager) {
    entityManager.clear();
  }
}
