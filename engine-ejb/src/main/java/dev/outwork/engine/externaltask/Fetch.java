package dev.outwork.engine.externaltask;

import dev.outwork.api.externaltask.ExternalTask;
import dev.outwork.api.externaltask.FetchAndLock;
import dev.outwork.api.externaltask.LockedExternalTask;
import dev.outwork.api.externaltask.Topic;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.bpmn.ExternalActivity;
import dev.outwork.engine.deployment.Models;
import dev.outwork.engine.inject.Collaborator;
import dev.outwork.engine.tally.TasksHappened;
import dev.outwork.engine.tracing.Tracing;
import dev.outwork.engine.variable.VariableStore;
import dev.outwork.engine.variable.Variables;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Claims tasks for a worker and loads their data: one statement for the tasks, one for all their
 * variables.
 */
@Collaborator
@Dependent
class Fetch {
  private final Claim claim;
  private final VariableStore variables;
  private final Models models;
  private final LeaseLog leases;
  private final Tracing tracing;
  private final Event<TasksHappened> happened;
  private final Clock clock;

  @Inject
  Fetch(
      Claim claim,
      VariableStore variables,
      Models models,
      LeaseLog leases,
      Tracing tracing,
      Event<TasksHappened> happened,
      Clock clock) {
    this.claim = claim;
    this.variables = variables;
    this.models = models;
    this.leases = leases;
    this.tracing = tracing;
    this.happened = happened;
    this.clock = clock;
  }

  List<LockedExternalTask> fetch(FetchAndLock request) {
    return fetch(List.of(request)).get(0);
  }

  /**
   * What each of several fetches gets, which ask for the same topics without filters, in the same
   * order of tasks.
   */
  List<List<LockedExternalTask>> fetch(List<FetchAndLock> alike) {
    Instant begin = Instant.now();
    List<FetchAndLock> distinct = alike.stream().map(Fetch::withDistinctTopics).toList();
    List<List<TaskRow>> taken = claim.take(new Shares(distinct));
    count(taken);
    Variables seen = new Variables(variables);
    Set<String> scopes = new HashSet<>();
    for (int i = 0; i < taken.size(); i++) {
      scopes.addAll(scopesToRead(taken.get(i), distinct.get(i).topicsByName()));
    }
    seen.know(scopes);
    List<List<LockedExternalTask>> all = new ArrayList<>();
    for (int i = 0; i < taken.size(); i++) {
      all.add(locked(taken.get(i), distinct.get(i).topicsByName(), seen, begin));
    }
    return all;
  }

  private List<LockedExternalTask> locked(
      List<TaskRow> taken, Map<String, Topic> topics, Variables seen, Instant begin) {
    List<String> traceparents =
        tracing.fetched(taken.stream().map(TaskRow::traced).toList(), begin);
    List<LockedExternalTask> locked = new ArrayList<>();
    for (int i = 0; i < taken.size(); i++) {
      TaskRow task = taken.get(i);
      locked.add(locked(task, topics.get(task.topicName()), seen, traceparents.get(i)));
    }
    return locked;
  }

  private void count(List<List<TaskRow>> taken) {
    List<TaskRow> all = taken.stream().flatMap(List::stream).toList();
    if (!all.isEmpty()) {
      Instant now = clock.instant();
      happened.fire(TaskRow.fetched(all, now));
      leases.fetched(all, now);
    }
  }

  private static FetchAndLock withDistinctTopics(FetchAndLock request) {
    return request.forTopics(List.copyOf(request.topicsByName().values()));
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

  private LockedExternalTask locked(TaskRow task, Topic topic, Variables seen, String traceparent) {
    ExternalTask shown = task.toExternalTask();
    Map<String, TypedValue> visible = new HashMap<>(seen.visibleFrom(scopes(task, topic)));
    if (topic.variables() != null) {
      visible.keySet().retainAll(topic.variables());
    }
    return new LockedExternalTask(
        shown,
        task.trouble().errorDetails(),
        visible,
        topic.includeExtensionProperties() ? properties(task) : Map.of(),
        traceparent);
  }

  private Map<String, String> properties(TaskRow task) {
    ExternalActivity activity =
        (ExternalActivity) models.of(task.processDefinitionId()).model().node(task.activityId());
    return activity.properties();
  }
}
