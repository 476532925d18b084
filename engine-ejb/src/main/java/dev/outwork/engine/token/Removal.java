package dev.outwork.engine.token;

import dev.outwork.engine.bpmn.MultiInstance;
import java.util.function.Consumer;

/**
 * Cancels activities for a client, and the surrounding scopes that become empty. The instance
 * itself stays: the caller checks whether it is empty after the last removal.
 */
final class Removal {
  private final Journey journey;
  private final Consumer<Activity> cancel;

  /** {@code cancel} cancels one activity with everything inside it. */
  Removal(Journey journey, Consumer<Activity> cancel) {
    this.journey = journey;
    this.cancel = cancel;
  }

  void remove(Activity activity) {
    Activities activities = activity.running().activities();
    Activity scope = activities.parentOf(activity);
    if (scope.node() instanceof MultiInstance body) {
      body.oneLess(new TokenAt(journey, scope));
    }
    cancel.accept(activity);
    if (activity.thrownBy() != null) {
      journey.compensation().handlerEnded(activity);
    }
    if (!scope.isRoot() && scope.isUnderWay() && activities.underWayIn(scope).isEmpty()) {
      remove(scope);
    }
  }
}
