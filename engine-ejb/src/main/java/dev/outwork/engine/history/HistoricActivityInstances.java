package dev.outwork.engine.history;

import dev.outwork.api.history.HistoricActivityInstance;
import dev.outwork.engine.bpmn.FlowNode;
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
    return Belonging.tell(
        activities,
        ActivityInstanceEntity::processInstanceId,
        (activity, instance) ->
            of(
                activity,
                instance,
                Optional.ofNullable(tasks.get(activity.id())),
                called.get(activity.id())),
        entityManager);
  }

  private List<TaskOfActivityEntity> tasksOf(List<String> ids) {
    return entityManager
        .createQuery(
            "select t from TaskOfActivityEntity t where t.activityInstanceId in :ids",
            TaskOfActivityEntity.class)
        .setParameter("ids", ids)
        .getResultList();
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
      Belonging instance,
      Optional<TaskOfActivityEntity> task,
      String called) {
    boolean isTopLevel = activity.parentId().equals(activity.processInstanceId());
    return new HistoricActivityInstance(
        activity.activityId() + ":" + activity.id(),
        isTopLevel ? activity.processInstanceId() : parentId(activity),
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

  // An activity that was deleted meanwhile has no parent. The activities of a list mostly share few
  // parents, which should not be read again.
  private String parentId(ActivityInstanceEntity activity) {
    return Optional.ofNullable(
            entityManager.find(ActivityInstanceEntity.class, activity.parentId()))
        .map(parent -> parent.activityId() + ":" + parent.id())
        .orElse(activity.processInstanceId());
  }

  private String name(String definitionId, ActivityInstanceEntity activity) {
    FlowNode node = models.of(definitionId).model().nodes().get(activity.activityId());
    return node == null ? null : node.info().name();
  }
}
