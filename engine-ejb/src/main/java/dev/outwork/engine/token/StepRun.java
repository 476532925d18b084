package dev.outwork.engine.token;

import dev.outwork.api.deployment.CodeProperty;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.bpmn.Steps;
import dev.outwork.engine.bpmn.Steps.Step;
import dev.outwork.engine.variable.Variables;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Executes the {@link Steps} of nodes, each as an activity inside the activity that waits for it.
 */
final class StepRun {
  private final Arrivals arrivals;

  /** The continuation of an activity after one of its steps. */
  enum Next {
    WAITS,
    ENTERS,
    LEAVES
  }

  StepRun(Arrivals arrivals) {
    this.arrivals = arrivals;
  }

  /** Starts the steps before the node's own work; returns whether there are any. */
  boolean beginsBefore(Activity activity) {
    return begins(activity, stepsOf(activity).before().stream().findFirst());
  }

  /**
   * The first step of a process before its start event; empty if there is none. The token stores
   * the id of its start event, which could not be determined later.
   */
  Optional<Activity> firstBefore(Activity root, String startId) {
    return stepsOf(root).before().stream().findFirst().map(step -> token(root, step, startId));
  }

  /** Starts the steps after the node's own work; returns whether there are any. */
  boolean beginsAfter(Activity activity) {
    Optional<Step> first = stepsOf(activity).after().stream().findFirst();
    if (first.isPresent()) {
      // Its work is done: its own events can no longer occur.
      activity.running().closeWatches(activity);
    }
    return begins(activity, first);
  }

  /** The activity of a step; empty if the activity is no step. */
  Optional<Activity> owner(Activity activity) {
    if (activity.isRoot()) {
      return Optional.empty();
    }
    Activity parent = activity.running().activities().parentOf(activity);
    return stepsOf(parent).of(activity.node().id()).map(step -> parent);
  }

  /** A step is done: continues with the next one, or with the node. */
  Next ended(Activity owner, Activity stepActivity) {
    Step step = stepsOf(owner).of(stepActivity.node().id()).orElseThrow();
    keepLocals(owner, stepActivity);
    if (step.variable() != null) {
      keepResult(owner, stepActivity, step.variable());
    }
    Optional<Step> next = stepsOf(owner).after(step);
    if (next.isPresent()) {
      arrivals.send(List.of(token(owner, next.get(), stepActivity.flowId())));
      return Next.WAITS;
    }
    if (!stepsOf(owner).isBefore(step)) {
      return Next.LEAVES;
    }
    if (owner.isRoot()) {
      arrivals.send(List.of(Arrivals.token(owner, stepActivity.flowId(), Map.of())));
      return Next.WAITS;
    }
    return Next.ENTERS;
  }

  // In Camunda 7, local variables set by code around a node belong to the node.
  private static void keepLocals(Activity owner, Activity stepActivity) {
    Variables variables = owner.running().variables();
    List<String> scope = List.of(stepActivity.id());
    for (String name : variables.visibleFrom(scope).keySet()) {
      if (!name.equals(CodeProperty.RESULT)) {
        variables.setLocal(owner.id(), name, variables.get(scope, name).orElseThrow());
      }
    }
  }

  private static void keepResult(Activity owner, Activity stepActivity, String variable) {
    TypedValue result =
        owner
            .running()
            .variables()
            .get(List.of(stepActivity.id()), CodeProperty.RESULT)
            .orElse(TypedValue.NULL);
    owner.running().variables().setLocal(owner.id(), variable, result);
  }

  private boolean begins(Activity owner, Optional<Step> step) {
    step.ifPresent(next -> arrivals.send(List.of(token(owner, next, null))));
    return step.isPresent();
  }

  private static Activity token(Activity owner, Step step, String startId) {
    return Arrivals.token(owner, step.nodeId(), Map.of(), null, startId);
  }

  private static Steps stepsOf(Activity activity) {
    return activity.node().info().steps();
  }
}
