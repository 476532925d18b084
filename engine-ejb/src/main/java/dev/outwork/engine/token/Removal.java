package dev.outwork.engine.token;

import dev.outwork.engine.bpmn.MultiInstance;
import java.util.function.Consumer;

/**
 * Cancels activities for a client, and the surrounding scopes that become empty. The instance
 * itself stays: the caller checks whether it is empty after the last removal.
 */
final class Removal {
  private final Tokens tokens;
  private final LifeCycle lifeCycle;

  Removal(Tokens tokens, LifeCycle lifeCycle) {
    this.tokens = tokens;
    this.lifeCycle = lifeCycle;
  }

  /** {@code cancel} cancels one activity with everything inside it. */
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
