package dev.outwork.engine.history;

import dev.outwork.api.history.HistoricActivityInstance;
import dev.outwork.api.history.HistoricProcessInstance;
import dev.outwork.engine.bpmn.FlowNode;
import dev.outwork.engine.database.Portions;
import dev.outwork.engine.deployment.Models;
import dev.outwork.engine.instance.ActivityInstanceEntity;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells of activities what stands elsewhere: their names, tasks and called instances. */
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
    return activities.stream()
        .map(
            activity ->
                of(
                    activity,
                    Optional.ofNullable(tasks.get(activity.id())),
                    called.get(activity.id())))
        .toList();
  }

  private List<TaskOfActivityEntity> tasksOf(List<String> ids) {
    return entityManager
        .createQuery(
            "select t from TaskOfActivityEntity t where t.activityInstanceId in :ids",
            TaskOfActivityEntity.class)
        .setParameter("ids", ids)
        .getResultList();
  }

  /** Call activities, each with the instance that it has called. */
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
      ActivityInstanceEntity activity, Optional<TaskOfActivityEntity> task, String called) {
    HistoricProcessInstance instance = activity.processInstance();
    boolean isTopLevel = activity.parentId().equals(instance.id());
    return new HistoricActivityInstance(
        activity.activityId() + ":" + activity.id(),
        isTopLevel ? instance.id() : parentId(activity),
        activity.activityId(),
        name(instance, activity),
        activity.activityType(),
        instance.processDefinitionKey(),
        instance.processDefinitionId(),
        instance.id(),
        activity.id(),
        task.map(TaskOfActivityEntity::id).orElse(null),
        called,
        task.map(TaskOfActivityEntity::assignee).orElse(null),
        activity.startedAt(),
        activity.endedAt(),
        activity.canceled(),
        activity.completeScope(),
        instance.tenantId(),
        instance.rootProcessInstanceId());
  }

  private String parentId(ActivityInstanceEntity activity) {
    ActivityInstanceEntity parent =
        entityManager.find(ActivityInstanceEntity.class, activity.parentId());
    return parent.activityId() + ":" + parent.id();
  }

  private String name(HistoricProcessInstance instance, ActivityInstanceEntity activity) {
    FlowNode node =
        models.of(instance.processDefinitionId()).model().nodes().get(activity.activityId());
    return node == null ? null : node.info().name();
  }
}
