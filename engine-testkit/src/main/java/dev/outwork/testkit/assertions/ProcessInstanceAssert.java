package dev.outwork.testkit.assertions;

import static dev.outwork.testkit.assertions.Whereabouts.quoted;

import dev.outwork.api.ListQuery;
import dev.outwork.api.externaltask.ExternalTask;
import dev.outwork.api.externaltask.ExternalTaskFilter;
import dev.outwork.api.externaltask.ExternalTaskSort;
import dev.outwork.api.incident.Incident;
import dev.outwork.api.incident.IncidentFilter;
import dev.outwork.api.incident.IncidentSort;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.api.task.Task;
import dev.outwork.api.task.TaskFilter;
import dev.outwork.api.task.TaskSort;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions on a process instance, running or ended. Elements are named by their ids in the model.
 * Positions refer to the instance itself, not to instances that it calls.
 */
public final class ProcessInstanceAssert
    extends AbstractAssert<ProcessInstanceAssert, ProcessInstance> {
  private final EngineServices engine;

  ProcessInstanceAssert(ProcessInstance actual, EngineServices engine) {
    super(actual, ProcessInstanceAssert.class);
    this.engine = engine;
  }

  /**
   * It waits at exactly these elements, in any order. An element at which several tokens wait is
   * named once; a sub-process with a running activity inside is not named.
   */
  public ProcessInstanceAssert isWaitingAt(String... activityIds) {
    List<String> asked = Stream.of(activityIds).distinct().sorted().toList();
    List<String> now = whereabouts().waitsAt().stream().distinct().toList();
    return check(now.equals(asked), "wait at " + quoted(List.of(activityIds)));
  }

  /** It waits at none of these elements. */
  public ProcessInstanceAssert isNotWaitingAt(String... activityIds) {
    List<String> now = whereabouts().waitsAt();
    return check(
        Collections.disjoint(now, List.of(activityIds)),
        "not wait at " + quoted(List.of(activityIds)));
  }

  /**
   * It has completed these elements in this order, possibly with others in between. Cancelled
   * elements do not count.
   */
  public ProcessInstanceAssert hasPassed(String... activityIds) {
    Iterator<String> passed = whereabouts().passed().iterator();
    boolean all = Stream.of(activityIds).allMatch(id -> isAmong(passed, id));
    String order = activityIds.length > 1 ? " in this order" : "";
    return check(all, "have passed " + quoted(List.of(activityIds)) + order);
  }

  private static boolean isAmong(Iterator<String> following, String id) {
    while (following.hasNext()) {
      if (following.next().equals(id)) {
        return true;
      }
    }
    return false;
  }

  /** It has completed none of these elements. */
  public ProcessInstanceAssert hasNotPassed(String... activityIds) {
    return check(
        Collections.disjoint(whereabouts().passed(), List.of(activityIds)),
        "not have passed " + quoted(List.of(activityIds)));
  }

  /** It has ended, in whatever way. */
  public ProcessInstanceAssert isEnded() {
    return check(!isRunning(), "have ended");
  }

  /** It runs and is not suspended. */
  public ProcessInstanceAssert isActive() {
    return check(state().equals("ACTIVE"), "be active");
  }

  /** It runs and is suspended. */
  public ProcessInstanceAssert isSuspended() {
    return check(state().equals("SUSPENDED"), "be suspended");
  }

  private boolean isRunning() {
    return List.of("ACTIVE", "SUSPENDED").contains(state());
  }

  private String state() {
    return whereabouts().state();
  }

  /** It has an open external task of each of these topics. */
  public ProcessInstanceAssert isWaitingFor(String... topicNames) {
    List<String> topics = openExternalTasks().stream().map(ExternalTask::topicName).toList();
    return check(
        topics.containsAll(Arrays.asList(topicNames)),
        "wait for workers of topic " + quoted(List.of(topicNames)));
  }

  /** It has an open user task at this element. */
  public ProcessInstanceAssert hasOpenTask(String activityId) {
    List<Task> open =
        engine
            .tasks()
            .tasks(
                ListQuery.<TaskFilter, TaskSort>all()
                    .with(TaskFilter.PROCESS_INSTANCE_ID, instance().id())
                    .with(TaskFilter.TASK_DEFINITION_KEY, activityId));
    return check(!open.isEmpty(), "have an open user task '%s'".formatted(activityId));
  }

  /**
   * Continues with its only external task at this element.
   *
   * @return assertions on the task
   */
  public ExternalTaskAssert externalTask(String activityId) {
    List<ExternalTask> there =
        openExternalTasks().stream().filter(task -> task.activityId().equals(activityId)).toList();
    check(
        there.size() == 1,
        "have one external task at '%s'".formatted(activityId)
            + (there.size() > 1 ? ", not " + there.size() : ""));
    return new ExternalTaskAssert(there.get(0), engine).as(descriptionText());
  }

  private List<ExternalTask> openExternalTasks() {
    return engine
        .externalTasks()
        .externalTasks(
            ListQuery.<ExternalTaskFilter, ExternalTaskSort>all()
                .with(ExternalTaskFilter.PROCESS_INSTANCE_ID, instance().id()));
  }

  /** It has, or had at its end, a variable of its own with this name, whatever the value. */
  public ProcessInstanceAssert hasVariable(String name) {
    return check(variables().has(name), "have a variable '%s'".formatted(name), variables());
  }

  /**
   * It has, or had at its end, a variable of its own with this value.
   *
   * @param value of a type of {@link dev.outwork.api.variable.TypedValue#untyped}; its type matters
   */
  public ProcessInstanceAssert hasVariable(String name, Object value) {
    InstanceVariables variables = variables();
    return check(
        variables.has(name, value),
        "have %s".formatted(InstanceVariables.inWords(name, value)),
        variables);
  }

  /** It has, or had at its end, no variable of its own with this name. */
  public ProcessInstanceAssert hasNoVariable(String name) {
    return check(!variables().has(name), "have no variable '%s'".formatted(name), variables());
  }

  private InstanceVariables variables() {
    return new InstanceVariables(engine, instance().id());
  }

  private ProcessInstanceAssert check(boolean holds, String asked, InstanceVariables variables) {
    if (!holds) {
      throw failed(asked, variables.inWords());
    }
    return this;
  }

  /** It has an open incident. */
  public ProcessInstanceAssert hasIncident() {
    return check(!incidents().isEmpty(), "have an incident");
  }

  /** It has an open incident at this element. */
  public ProcessInstanceAssert hasIncident(String activityId) {
    List<Incident> incidents = incidents();
    boolean there = incidents.stream().anyMatch(one -> activityId.equals(one.activityId()));
    if (!there) {
      throw failed("have an incident at '%s'".formatted(activityId), inWords(incidents));
    }
    return this;
  }

  /** It has no open incident. */
  public ProcessInstanceAssert hasNoIncident() {
    List<Incident> incidents = incidents();
    if (!incidents.isEmpty()) {
      throw failed("have no incident", inWords(incidents));
    }
    return this;
  }

  private List<Incident> incidents() {
    return engine
        .incidents()
        .incidents(
            ListQuery.<IncidentFilter, IncidentSort>all()
                .with(IncidentFilter.PROCESS_INSTANCE_ID, instance().id()));
  }

  private static String inWords(List<Incident> incidents) {
    return incidents.isEmpty()
        ? "it has none"
        : incidents.stream()
            .map(
                one ->
                    "%s at '%s': %s"
                        .formatted(one.incidentType(), one.activityId(), one.incidentMessage()))
            .collect(Collectors.joining("; ", "it has ", ""));
  }

  private Whereabouts whereabouts() {
    return new Whereabouts(engine, instance().id());
  }

  private ProcessInstance instance() {
    isNotNull();
    return actual;
  }

  private ProcessInstanceAssert check(boolean holds, String asked) {
    if (!holds) {
      throw failed(asked, whereabouts().inWords());
    }
    return this;
  }

  private AssertionError failed(String asked, String fact) {
    return failure(
        "Expected instance %s of '%s' to %s, but %s",
        actual.id(), actual.processDefinitionKey(), asked, fact);
  }
}
