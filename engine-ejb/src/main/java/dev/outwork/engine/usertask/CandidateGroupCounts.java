package dev.outwork.engine.usertask;

import dev.outwork.api.task.TaskCountByCandidateGroup;
import dev.outwork.engine.database.Conditions;
import dev.outwork.engine.inject.Collaborator;
import dev.outwork.engine.right.ProcessRights;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import java.util.ArrayList;
import java.util.List;

/** Counts open tasks that nobody has claimed, by the groups that they are offered to. */
@Collaborator
@Dependent
public class CandidateGroupCounts {
  /** By the names of the groups; tasks of no group first, if there are any. */
  List<TaskCountByCandidateGroup> count(EntityManager entityManager, ProcessRights rights) {
    List<TaskCountByCandidateGroup> counts = new ArrayList<>();
    long ofNoGroup = withoutGroup(entityManager, rights);
    if (ofNoGroup > 0) {
      counts.add(new TaskCountByCandidateGroup(null, ofNoGroup));
    }
    counts.addAll(byGroup(entityManager, rights));
    return counts;
  }

  private static long withoutGroup(EntityManager entityManager, ProcessRights rights) {
    CriteriaBuilder build = entityManager.getCriteriaBuilder();
    CriteriaQuery<Long> criteria = build.createQuery(Long.class);
    Conditions<UserTaskEntity> task =
        new Conditions<>(build, criteria, criteria.from(UserTaskEntity.class));
    Predicate hasGroup =
        task.exists(
            IdentityLinkEntity.class,
            "id",
            (link, id) ->
                List.of(build.equal(link.root().get("userTaskId"), id), link.isNotNull("groupId")));
    criteria
        .select(build.count(task.root()))
        .where(build.and(task.all(unclaimed(task, rights)), build.not(hasGroup)));
    return entityManager.createQuery(criteria).getSingleResult();
  }

  private static List<TaskCountByCandidateGroup> byGroup(
      EntityManager entityManager, ProcessRights rights) {
    CriteriaBuilder build = entityManager.getCriteriaBuilder();
    CriteriaQuery<Tuple> criteria = build.createTupleQuery();
    Conditions<IdentityLinkEntity> link =
        new Conditions<>(build, criteria, criteria.from(IdentityLinkEntity.class));
    Path<String> group = link.root().get("groupId");
    Predicate isOpen =
        link.exists(
            UserTaskEntity.class,
            "userTaskId",
            (task, id) -> {
              List<Predicate> all = unclaimed(task, rights);
              all.add(build.equal(task.root().get("id"), id));
              return all;
            });
    criteria
        .multiselect(group, build.count(link.root()))
        .where(build.and(link.isNotNull("groupId"), isOpen))
        .groupBy(group)
        .orderBy(build.asc(group));
    return entityManager.createQuery(criteria).getResultList().stream()
        .map(row -> new TaskCountByCandidateGroup(row.get(0, String.class), row.get(1, Long.class)))
        .toList();
  }

  private static List<Predicate> unclaimed(Conditions<UserTaskEntity> task, ProcessRights rights) {
    List<Predicate> unclaimed = new ArrayList<>(rights.see(task, "definitionKey"));
    unclaimed.add(task.isNull("endedAt"));
    unclaimed.add(task.isNull("assignee"));
    return unclaimed;
  }
}
