package dev.outwork.engine.database;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Entities live no longer than it takes to make records of them or to insert them: then the
 * persistence context lets them go. So it never holds one whose row a statement has changed, and
 * who reads in the middle of a transaction finds it as it was.
 */
public final class Entities {
  private Entities() {}

  /** What is made of the entity of an id, if there is one. */
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

  /** What is made of the entities that a query finds. */
  public static <E, R> R list(
      EntityManager entityManager, TypedQuery<E> query, Function<List<E>, R> make) {
    List<E> entities = query.getResultList();
    try {
      return make.apply(entities);
    } finally {
      entities.forEach(entityManager::detach);
    }
  }

  /**
   * Inserts new entities, in their order: the provider does not know which of them refers to which.
   */
  public static void insert(EntityManager entityManager, List<?> entities) {
    for (Object entity : entities) {
      entityManager.persist(entity);
      entityManager.flush();
      entityManager.detach(entity);
    }
  }
}
