package dev.outwork.engine.history;

import dev.outwork.api.history.HistoricActivityInstance;
import dev.outwork.engine.bpmn.FlowNode;
import dev.outwork.engine.database.Entities;
import dev.outwork.engine.database.Portions;
import dev.outwork.engine.deployment.Models;
import dev.outwork.engine.instance.ActivityInstanceEntity;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Adds to activities what is stored elsewhere: their names, tasks and called instances. */
final class HistoricActivityInstances {
  private final EntityManager entityManager;
  private final Models models;

  HistoricActivityInstances(EntityManager entityManager, Models models) {
    this.entityManager = entityManager;
    this.models = models;
  }

  List<HistoricActivityInstance> of(List<ActivityInstanceEntity> activities) {
    Map<String, TaskOfActivityEntity> tasks = new HashMap<>();
    Map<String, String> called = new HashMap<>();
    for (List<ActivityInstanceEntity> some : Portions.of(activities)) {
      List<String> ids = some.stream().map(ActivityInstanceEntity::id).toList();
      tasksOf(ids).forEach(task -> tasks.put(task.activityInstanceId(), task));
      calledBy(ids).forEach(row -> called.put((String) row[0], (String) row[1]));
    }
    Map<String, String> activityIds = withParents(activities);
    return Belonging.tell(
        activities,
        ActivityInstanceEntity::processInstanceId,
        (activity, instance) ->
            of(
                activity,
                Optional.ofNullable(activityIds.get(activity.parentId())),
                instance,
                Optional.ofNullable(tasks.get(activity.id())),
                called.get(activity.id())),
        entityManager);
  }

  // The activities of a list mostly share few parents. One that was deleted meanwhile is missing,
  // as
  // is the instance of those at the top.
  private Map<String, String> withParents(List<ActivityInstanceEntity> activities) {
    Map<String, String> activityIds = new HashMap<>();
    activities.forEach(activity -> activityIds.put(activity.id(), activity.activityId()));
    List<String> others =
        activities.stream()
            .filter(activity -> !activity.parentId().equals(activity.processInstanceId()))
            .map(ActivityInstanceEntity::parentId)
            .filter(id -> !activityIds.containsKey(id))
            .distinct()
            .toList();
    for (List<String> ids : Portions.of(others)) {
      entityManager
          .createQuery(
              "select a.id, a.activityId from ActivityInstanceEntity a where a.id in :ids",
              Object[].class)
          .setParameter("ids", ids)
          .getResultList()
          .forEach(row -> activityIds.put((String) row[0], (String) row[1]));
    }
    return activityIds;
  }

  private List<TaskOfActivityEntity> tasksOf(List<String> ids) {
    return Entities.list(
        entityManager,
        entityManager
            .createQuery(
                "select t from TaskOfActivityEntity t where t.activityInstanceId in :ids",
                TaskOfActivityEntity.class)
            .setParameter("ids", ids),
        List::copyOf);
  }

  /** Call activities, each with the instance that it called. */
  private List<Object[]> calledBy(List<String> ids) {
    return entityManager
        .createQuery(
            "select i.superActivityId, i.id from ProcessInstanceEntity i"
                + " where i.superActivityId in :ids",
            Object[].class)
        .setParameter("ids", ids)
        .getResultList();
  }

  private HistoricActivityInstance of(
      ActivityInstanceEntity activity,
      Optional<String> parentActivityId,
      Belonging instance,
      Optional<TaskOfActivityEntity> task,
      String called) {
    return new HistoricActivityInstance(
        activity.activityId() + ":" + activity.id(),
        parentActivityId
            .map(id -> id + ":" + activity.parentId())
            .orElse(activity.processInstanceId()),
        activity.activityId(),
        name(instance.definitionId(), activity),
        activity.activityType(),
        instance.definitionKey(),
        instance.definitionId(),
        activity.processInstanceId(),
        activity.id(),
        task.map(TaskOfActivityEntity::id).orElse(null),
        called,
        task.map(TaskOfActivityEntity::assignee).orElse(null),
        activity.startedAt(),
        activity.endedAt(),
        activity.canceled(),
        activity.completeScope(),
        instance.tenantId(),
        instance.removalTime(),
        instance.rootId());
  }

  private String name(String definitionId, ActivityInstanceEntity activity) {
    FlowNode node = models.of(definitionId).model().nodes().get(activity.activityId());
    return node == null ? null : node.info().name();
  }
}
