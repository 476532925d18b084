package dev.outwork.engine.externaltask;

import dev.outwork.api.externaltask.ExternalTask;
import dev.outwork.api.externaltask.FetchAndLock;
import dev.outwork.api.externaltask.LockedExternalTask;
import dev.outwork.api.externaltask.Topic;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.bpmn.ExternalActivity;
import dev.outwork.engine.deployment.Models;
import dev.outwork.engine.inject.Collaborator;
import dev.outwork.engine.variable.VariableStore;
import dev.outwork.engine.variable.Variables;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Claims tasks for a worker and loads their data: one statement for the tasks, one for all their
 * variables.
 */
@Collaborator
class Fetch {
  private final Claim claim;
  private final VariableStore variables;
  private final Models models;

  @Inject
  Fetch(Claim claim, VariableStore variables, Models models) {
    this.claim = claim;
    this.variables = variables;
    this.models = models;
  }

  List<LockedExternalTask> fetch(FetchAndLock request) {
    Map<String, Topic> topics = request.topicsByName();
    FetchAndLock distinct =
        new FetchAndLock(
            request.workerId(),
            request.maxTasks(),
            request.usePriority(),
            request.createTimeOrder(),
            List.copyOf(topics.values()));
    List<TaskRow> taken = claim.take(distinct);
    Variables seen = new Variables(variables);
    seen.know(scopesToRead(taken, topics));
    return taken.stream().map(task -> locked(task, topics.get(task.topicName()), seen)).toList();
  }

  private static Set<String> scopesToRead(List<TaskRow> taken, Map<String, Topic> topics) {
    return taken.stream()
        .flatMap(task -> scopes(task, topics.get(task.topicName())).stream())
        .collect(Collectors.toSet());
  }

  private static List<String> scopes(TaskRow task, Topic topic) {
    if (topic.variables() != null && topic.variables().isEmpty()) {
      return List.of();
    }
    return topic.localVariables() ? task.scopes().subList(0, 1) : task.scopes();
  }

  private LockedExternalTask locked(TaskRow task, Topic topic, Variables seen) {
    ExternalTask shown = task.toExternalTask();
    Map<String, TypedValue> visible = new HashMap<>(seen.visibleFrom(scopes(task, topic)));
    if (topic.variables() != null) {
      visible.keySet().retainAll(topic.variables());
    }
    return new LockedExternalTask(
        shown,
        task.trouble().errorDetails(),
        visible,
        topic.includeExtensionProperties() ? properties(task) : Map.of());
  }

  private Map<String, String> properties(TaskRow task) {
    ExternalActivity activity =
        (ExternalActivity) models.of(task.processDefinitionId()).model().node(task.activityId());
    return activity.properties();
  }
}
