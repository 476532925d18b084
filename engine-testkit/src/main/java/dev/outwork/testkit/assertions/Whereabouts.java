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

/** Where a process instance is and has been: ids of elements, one for each time. */
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

  /** Where it waits, in alphabetical order: activities with nothing under way inside. */
  public List<String> waitsAt() {
    List<String> ids = new ArrayList<>();
    collect(false, ids);
    return ids.stream().sorted().toList();
  }

  /** The same, and the sub-processes and multi-instance bodies around. */
  public List<String> underWay() {
    List<String> ids = new ArrayList<>();
    collect(true, ids);
    return ids.stream().sorted().toList();
  }

  private void collect(boolean scopes, List<String> ids) {
    // What is refused would doom the transaction of a test inside a server.
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

  /** What it has entered, in that order. */
  public List<String> entered() {
    return activities().stream().map(HistoricActivityInstance::activityId).toList();
  }

  /** What it has entered and done, in the order in which it was entered. */
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
   * How it stands, as {@link HistoricProcessInstance#state} names it.
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

  /** All of it in words, for messages. */
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
