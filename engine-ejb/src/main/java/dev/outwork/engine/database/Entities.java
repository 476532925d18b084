package dev.outwork.engine.database;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads and inserts entities, and detaches them at once: an entity lives no longer than it takes to
 * map it to records or to insert it. So the persistence context never holds an entity whose row was
 * changed by SQL, and a caller's own entities stay managed.
 */
public final class Entities {
  private Entities() {}

  /** Maps the entity with this id, if there is one. */
  public static <E, R> R find(
      EntityManager entityManager, Class<E> type, Object id, Function<Optional<E>, R> make) {
    E entity = entityManager.find(type, id);
    try {
      return make.apply(Optional.ofNullable(entity));
    } finally {
      if (entity != null) {
        entityManager.detach(entity);
      }
    }
  }

  /** Maps the entities that a query finds. */
  public static <E, R> R list(
      EntityManager entityManager, TypedQuery<E> query, Function<List<E>, R> make) {
    List<E> entities = query.getResultList();
    try {
      return make.apply(entities);
    } finally {
      entities.forEach(entityManager::detach);
    }
  }

  /** Inserts new entities in this order, which the provider cannot know. */
  public static void insert(EntityManager entityManager, List<?> entities) {
    for (Object entity : entities) {
      entityManager.persist(entity);
      entityManager.flush();
      entityManager.detach(entity);
    }
  }
}
