package dev.outwork.engine.token;

import dev.outwork.engine.bpmn.CallActivity;
import java.time.Instant;

/**
 * Cancels activities with everything inside them, the instances that they called, and the
 * compensation handlers that they started.
 */
final class Cancellation {
  private final Tree tree;
  private final Instant now;

  Cancellation(Tree tree, Instant now) {
    this.tree = tree;
    this.now = now;
  }

  /** Cancels an activity with everything inside it. */
  void interrupt(Activity activity) {
    cancel(activity, true);
  }

  void interruptInside(Activity scope) {
    cancelInside(scope, true);
  }

  /** Cancels an activity with everything inside it, without setting output parameters. */
  void abandon(Activity activity) {
    cancel(activity, false);
  }

  void abandonInside(Activity scope) {
    cancelInside(scope, false);
  }

  private void cancel(Activity activity, boolean withOutputs) {
    cancelInside(activity, withOutputs);
    cancelOne(activity, withOutputs);
  }

  private void cancelInside(Activity scope, boolean withOutputs) {
    scope
        .running()
        .activities()
        .underWayBelow(scope)
        .forEach(activity -> cancelOne(activity, withOutputs));
  }

  // Output parameters are set on cancellation as well (docs/rest-api.md, "Variable scopes").
  private void cancelOne(Activity activity, boolean withOutputs) {
    if (!activity.isUnderWay()) {
      return;
    }
    cancelCalledBy(activity);
    if (activity.isDone()) {
      activity.end(now, false);
    } else {
      if (withOutputs && activity.isIn(Activity.Phase.UNDER_WAY)) {
        activity.beginCancellation();
        Parameters.setOutputs(activity);
      }
      activity.cancel(now);
    }
    activity.running().closeAll(activity);
    Compensation.handlersOf(activity).forEach(handler -> cancel(handler, withOutputs));
    if (activity.isIn(Activity.Phase.GONE)) {
      // It never started, so it has no variables to load.
      activity.running().variables().begin(activity.id());
    }
  }

  /** Cancels the instance that a call activity waits for. */
  private void cancelCalledBy(Activity activity) {
    if (!(activity.node() instanceof CallActivity) || !activity.isIn(Activity.Phase.UNDER_WAY)) {
      return;
    }
    tree.calledBy(activity)
        .filter(called -> !called.hasEnded())
        .ifPresent(
            called -> {
              interruptInside(called.root());
              called.end("INTERNALLY_TERMINATED", null);
            });
  }
}
