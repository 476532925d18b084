package dev.outwork.engine.token;

import dev.outwork.engine.bpmn.MultiInstance;
import java.util.function.Consumer;

/**
 * Takes activities away from outside the process, with the scopes around them that this leaves
 * empty. The instance itself stays: whoever has taken away all that he wants asks whether it is
 * left empty.
 */
final class Removal {
  private final Tokens tokens;
  private final LifeCycle lifeCycle;

  Removal(Tokens tokens, LifeCycle lifeCycle) {
    this.tokens = tokens;
    this.lifeCycle = lifeCycle;
  }

  /** {@code cancel} takes away one activity with what is inside. */
  void remove(Activity activity, Consumer<Activity> cancel) {
    Activities activities = activity.running().activities();
    Activity scope = activities.parentOf(activity);
    if (scope.node() instanceof MultiInstance body) {
      body.oneLess(tokens.at(scope));
    }
    cancel.accept(activity);
    Compensation.throwerAfter(activity).ifPresent(lifeCycle::done);
    if (!scope.isRoot() && scope.isUnderWay() && activities.underWayIn(scope).isEmpty()) {
      remove(scope, cancel);
    }
  }
}
