package dev.outwork.engine.token;

import dev.outwork.engine.bpmn.MultiInstance;
import java.util.function.Consumer;

/**
 * Takes activities away from outside the process, with the scopes around them that this leaves
 * empty. The instance itself stays: whoever has taken away all that he wants asks whether it is
 * left empty.
 */
final class Removal {
  private final Journey journey;
  private final Consumer<Activity> cancel;

  /** {@code cancel} takes away one activity with what is inside. */
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
