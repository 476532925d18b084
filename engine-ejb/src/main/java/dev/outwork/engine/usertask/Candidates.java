package dev.outwork.engine.usertask;

import dev.outwork.api.ListQuery;
import dev.outwork.api.task.IdentityLink;
import dev.outwork.api.task.TaskFilter;
import dev.outwork.api.task.TaskSort;
import dev.outwork.engine.database.Conditions;
import jakarta.persistence.criteria.Predicate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Conditions on the users and groups of a task. A task with an assignee has no candidates any more,
 * unless assigned tasks are included.
 */
final class Candidates {
  private final ListQuery<TaskFilter, TaskSort> query;

  Candidates(ListQuery<TaskFilter, TaskSort> query) {
    this.query = query;
  }

  /** The requested user or one of the requested groups is a candidate. */
  Predicate areAskedFor(Conditions<UserTaskEntity> where) {
    return ifUnassigned(where, exists(where, this::isAskedFor));
  }

  Predicate withUsers(Conditions<UserTaskEntity> where) {
    return ifUnassigned(where, exists(where, link -> link.isNotNull("userId")));
  }

  Predicate withoutUsers(Conditions<UserTaskEntity> where) {
    return ifUnassigned(where, exists(where, link -> link.isNotNull("userId")).not());
  }

  Predicate withGroups(Conditions<UserTaskEntity> where) {
    return ifUnassigned(where, exists(where, link -> link.isNotNull("groupId")));
  }

  Predicate withoutGroups(Conditions<UserTaskEntity> where) {
    return ifUnassigned(where, exists(where, link -> link.isNotNull("groupId")).not());
  }

  /** The user has any link to the task. */
  Predicate involve(Object userId, Conditions<UserTaskEntity> where) {
    return where
        .build()
        .or(
            where.is("assignee", userId),
            where.is("owner", userId),
            link(where, link -> link.is("userId", userId)));
  }

  private Predicate isAskedFor(Conditions<IdentityLinkEntity> link) {
    List<Predicate> any = new ArrayList<>();
    value(TaskFilter.CANDIDATE_USER).ifPresent(user -> any.add(link.is("userId", user)));
    value(TaskFilter.CANDIDATE_GROUP_LIKE).ifPresent(like -> any.add(link.like("groupId", like)));
    List<Predicate> group = new ArrayList<>();
    value(TaskFilter.CANDIDATE_GROUP).ifPresent(one -> group.add(link.is("groupId", one)));
    value(TaskFilter.CANDIDATE_GROUPS).ifPresent(all -> group.add(link.in("groupId", all)));
    if (!group.isEmpty()) {
      any.add(link.all(group));
    }
    return link.build().or(any.toArray(Predicate[]::new));
  }

  private Optional<Object> value(TaskFilter filter) {
    return query.value(filter, Object.class).filter(value -> !List.of().equals(value));
  }

  private Predicate ifUnassigned(Conditions<UserTaskEntity> where, Predicate condition) {
    boolean assignedToo =
        query.value(TaskFilter.INCLUDE_ASSIGNED_TASKS, Boolean.class).orElse(false);
    return assignedToo ? condition : where.build().and(where.isNull("assignee"), condition);
  }

  private interface OfLink {
    Predicate holds(Conditions<IdentityLinkEntity> link);
  }

  private static Predicate exists(Conditions<UserTaskEntity> where, OfLink condition) {
    return link(
        where,
        link -> link.build().and(link.is("type", IdentityLink.CANDIDATE), condition.holds(link)));
  }

  private static Predicate link(Conditions<UserTaskEntity> where, OfLink condition) {
    return where.exists(
        IdentityLinkEntity.class,
        "id",
        (link, taskId) ->
            List.of(
                link.build().equal(link.root().get("userTaskId"), taskId), condition.holds(link)));
  }
}
