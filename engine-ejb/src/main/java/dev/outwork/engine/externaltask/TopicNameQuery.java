package dev.outwork.engine.externaltask;

import dev.outwork.api.externaltask.TopicNames;
import dev.outwork.engine.database.Conditions;
import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The names of topics that have tasks (docs/rest-api.md, "Topic names"). */
final class TopicNameQuery {
  private final EntityManager entityManager;
  private final Instant now;
  private final TaskRights rights;

  TopicNameQuery(EntityManager entityManager, Instant now, TaskRights rights) {
    this.entityManager = entityManager;
    this.now = now;
    this.rights = rights;
  }

  List<String> names(TopicNames which) {
    if (which.withLockedTasks() && which.withUnlockedTasks()) {
      return List.of();
    }
    CriteriaBuilder build = entityManager.getCriteriaBuilder();
    CriteriaQuery<String> criteria = build.createQuery(String.class);
    Root<ExternalTaskEntity> task = criteria.from(ExternalTaskEntity.class);
    Path<String> name = task.get("topicName");
    Path<Instant> lockedUntil = task.get("lockedUntil");
    List<Predicate> where = new ArrayList<>(rights.seen(new Conditions<>(build, criteria, task)));
    where.add(build.isNotNull(name));
    if (which.withLockedTasks()) {
      where.add(build.greaterThan(lockedUntil, now));
    }
    if (which.withUnlockedTasks()) {
      where.add(build.or(build.isNull(lockedUntil), build.lessThanOrEqualTo(lockedUntil, now)));
    }
    if (which.withRetriesLeft()) {
      where.add(
          build.or(build.isNull(task.get("retries")), build.notEqual(task.get("retries"), 0)));
    }
    criteria
        .select(name)
        .distinct(true)
        .where(where.toArray(Predicate[]::new))
        .orderBy(build.asc(name));
    return entityManager.createQuery(criteria).getResultList();
  }
}
