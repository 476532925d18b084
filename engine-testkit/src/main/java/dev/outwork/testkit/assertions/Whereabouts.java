package dev.outwork.testkit.assertions;

import dev.outwork.api.ListQuery;
import dev.outwork.api.history.HistoricActivityInstance;
import dev.outwork.api.history.HistoricActivityInstanceFilter;
import dev.outwork.api.history.HistoricActivityInstanceSort;
import dev.outwork.api.history.HistoricProcessInstance;
import dev.outwork.api.instance.ActivityInstance;
import dev.outwork.api.instance.ActivityInstance.TransitionInstance;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The current and past positions of a process instance: ids of elements, one for each time. */
public final class Whereabouts {
  private final EngineServices engine;
  private final String instanceId;

  /**
   * @param instanceId of an instance, running or ended
   */
  public Whereabouts(EngineServices engine, String instanceId) {
    this.engine = engine;
    this.instanceId = instanceId;
  }

  /**
   * The positions at which it waits, in alphabetical order: running activities without a running
   * activity inside.
   */
  public List<String> waitsAt() {
    List<String> ids = new ArrayList<>();
    collect(false, ids);
    return ids.stream().sorted().toList();
  }

  /** All running activities, including the surrounding sub-processes and multi-instance bodies. */
  public List<String> underWay() {
    List<String> ids = new ArrayList<>();
    collect(true, ids);
    return ids.stream().sorted().toList();
  }

  private void collect(boolean scopes, List<String> ids) {
    // A refusal would mark the transaction of a test inside a server for rollback.
    if (engine.runtime().processInstance(instanceId).isPresent()) {
      collectInside(engine.runtime().activityInstances(instanceId), scopes, ids);
    }
  }

  private static void collectInside(ActivityInstance around, boolean scopes, List<String> ids) {
    around.childTransitionInstances().stream()
        .map(TransitionInstance::activityId)
        .forEach(ids::add);
    for (ActivityInstance inside : around.childActivityInstances()) {
      boolean isScope =
          !inside.childActivityInstances().isEmpty()
              || !inside.childTransitionInstances().isEmpty();
      if (scopes || !isScope) {
        ids.add(inside.activityId());
      }
      collectInside(inside, scopes, ids);
    }
  }

  /** The elements that it has entered, in order. */
  public List<String> entered() {
    return activities().stream().map(HistoricActivityInstance::activityId).toList();
  }

  /** The elements that it has completed, in the order in which it entered them. */
  public List<String> passed() {
    return activities().stream()
        .filter(activity -> activity.endTime() != null && !activity.canceled())
        .map(HistoricActivityInstance::activityId)
        .toList();
  }

  private List<HistoricActivityInstance> activities() {
    return engine
        .history()
        .activityInstances(
            ListQuery.<HistoricActivityInstanceFilter, HistoricActivityInstanceSort>all()
                .with(HistoricActivityInstanceFilter.PROCESS_INSTANCE_ID, instanceId)
                .orderBy(HistoricActivityInstanceSort.OCCURRENCE, true));
  }

  /**
   * Its state, as in {@link HistoricProcessInstance#state}.
   *
   * @throws AssertionError if there is no such instance, not even in history
   */
  public String state() {
    return engine
        .history()
        .processInstance(instanceId)
        .map(HistoricProcessInstance::state)
        .orElseThrow(() -> new AssertionError("There is no instance " + instanceId));
  }

  /** A description for messages. */
  String inWords() {
    String now =
        switch (state()) {
          case "ACTIVE" -> waitsInWords();
          case "SUSPENDED" -> waitsInWords() + ", suspended";
          default -> "it has ended as " + state();
        };
    List<String> passed = passed();
    return passed.isEmpty()
        ? now + "; it has passed nothing"
        : now + "; it has passed " + quoted(passed);
  }

  private String waitsInWords() {
    return "it waits at " + quoted(waitsAt());
  }

  static String quoted(List<String> ids) {
    return ids.stream().map(id -> "'" + id + "'").collect(Collectors.joining(", "));
  }
}
