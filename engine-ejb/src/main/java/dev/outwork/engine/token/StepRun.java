package dev.outwork.engine.token;

import dev.outwork.api.deployment.CodeProperty;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.bpmn.Steps;
import dev.outwork.engine.bpmn.Steps.Step;
import dev.outwork.engine.variable.Variables;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Does the {@link Steps} of nodes, each as an activity inside the activity that waits for it. */
final class StepRun {
  private final Arrivals arrivals;

  /** What an activity does when one of its steps is done. */
  enum Next {
    WAITS,
    ENTERS,
    LEAVES
  }

  StepRun(Arrivals arrivals) {
    this.arrivals = arrivals;
  }

  /** Whether there is anything to wait for before the node's own work. */
  boolean beginsBefore(Activity activity) {
    return begins(activity, stepsOf(activity).before().stream().findFirst());
  }

  /**
   * What a process waits for before its start event; empty if there is nothing. The token keeps to
   * which start event it goes, because nobody can tell later.
   */
  Optional<Activity> firstBefore(Activity root, String startId) {
    return stepsOf(root).before().stream().findFirst().map(step -> token(root, step, startId));
  }

  /** Whether there is anything to wait for after the node's own work. */
  boolean beginsAfter(Activity activity) {
    Optional<Step> first = stepsOf(activity).after().stream().findFirst();
    if (first.isPresent()) {
      // Its work is done: nothing that it listened for can happen to it any more.
      activity.running().closeWatches(activity);
    }
    return begins(activity, first);
  }

  /** Whose step an activity is; empty if it is none. */
  Optional<Activity> owner(Activity activity) {
    if (activity.isRoot()) {
      return Optional.empty();
    }
    Activity parent = activity.running().activities().parentOf(activity);
    return stepsOf(parent).of(activity.node().id()).map(step -> parent);
  }

  /** A step is done: sends a token to the next one, or says that the node's turn has come. */
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

  // What code around a node sets as its own is the node's own in Camunda 7.
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
