package dev.outwork.engine.instance;

import dev.outwork.api.deployment.CodeProperty;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.bpmn.Steps;
import dev.outwork.engine.bpmn.Steps.Step;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Does the {@link Steps} of nodes, each as an activity inside the activity that waits for it. */
final class StepRun {
  private final LifeCycle lifeCycle;

  StepRun(LifeCycle lifeCycle) {
    this.lifeCycle = lifeCycle;
  }

  /** Whether there is anything to wait for before the node's own work. */
  boolean beginsBefore(Activity activity) {
    return begins(activity, stepsOf(activity).before().stream().findFirst());
  }

  /** Whether there is anything to wait for after the node's own work. */
  boolean beginsAfter(Activity activity) {
    Optional<Step> first = stepsOf(activity).after().stream().findFirst();
    if (first.isPresent()) {
      // Its work is done: nothing that it listened for can happen to it any more.
      activity.running().orders().ended(activity);
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

  /** A step is done: goes on with the next one, or else with the node. */
  void ended(Activity owner, Activity stepActivity) {
    Step step = stepsOf(owner).of(stepActivity.node().id()).orElseThrow();
    if (step.variable() != null) {
      keepResult(owner, stepActivity, step.variable());
    }
    if (begins(owner, stepsOf(owner).after(step))) {
      return;
    }
    if (stepsOf(owner).isBefore(step)) {
      lifeCycle.enterNode(owner);
    } else {
      lifeCycle.doneWithSteps(owner);
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
    step.ifPresent(
        next -> lifeCycle.send(List.of(lifeCycle.tokenTo(owner, next.nodeId(), Map.of()))));
    return step.isPresent();
  }

  private static Steps stepsOf(Activity activity) {
    return activity.node().info().steps();
  }
}
