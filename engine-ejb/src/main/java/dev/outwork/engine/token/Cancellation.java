package dev.outwork.engine.token;

import dev.outwork.engine.bpmn.CallActivity;
import java.time.Instant;

/**
 * Takes activities away with all that is inside, what they have called, and the compensation
 * handlers that they have started.
 */
final class Cancellation {
  private final Tree tree;
  private final Instant now;

  Cancellation(Tree tree, Instant now) {
    this.tree = tree;
    this.now = now;
  }

  /** Takes an activity away, and all that is inside. */
  void interrupt(Activity activity) {
    cancel(activity, true);
  }

  void interruptInside(Activity scope) {
    cancelInside(scope, true);
  }

  /** Takes an activity away and all that is inside, without setting output parameters. */
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

  // Output parameters are set on this way out as well (docs/rest-api.md, "Variable scopes").
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
      // It never was, so it never had variables.
      activity.running().variables().begin(activity.id());
    }
  }

  /** Takes away the instance that a call activity waits for. */
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
