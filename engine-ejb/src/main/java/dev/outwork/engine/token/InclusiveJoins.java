package dev.outwork.engine.token;

import dev.outwork.engine.bpmn.FlowNode;
import dev.outwork.engine.bpmn.InclusiveGateway;
import dev.outwork.engine.bpmn.InclusiveJoin;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lets waiting inclusive gateways continue at which no other token can arrive, once nothing moves.
 */
final class InclusiveJoins {
  private final LifeCycle lifeCycle;
  private final Instant now;

  InclusiveJoins(LifeCycle lifeCycle, Instant now) {
    this.lifeCycle = lifeCycle;
    this.now = now;
  }

  /** Whether a gateway continued, so that a token moves again. */
  boolean anyGoesOn(Running running) {
    if (!running.model().hasInclusiveJoins() || running.hasEnded()) {
      return false;
    }
    for (Activity activity : running.activities().underWay()) {
      if (activity.node() instanceof InclusiveGateway gateway
          && activity.isIn(Activity.Phase.UNDER_WAY)
          && isComplete(gateway, activity)) {
        goOn(activity);
        return true;
      }
    }
    return false;
  }

  private static boolean isComplete(InclusiveGateway gateway, Activity waiting) {
    Running running = waiting.running();
    List<Activity> inScope =
        running.activities().underWayIn(running.activities().parentOf(waiting));
    if (inScope.stream().anyMatch(token -> isAboutToEnter(gateway, token))) {
      return false;
    }
    Set<String> arrived =
        waitingAt(waiting, inScope)
            .map(Activity::flowId)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    List<FlowNode> others =
        inScope.stream()
            .filter(token -> !isWaitingAt(waiting, token))
            .map(Activity::destination)
            .toList();
    return new InclusiveJoin(running.model(), gateway).isComplete(arrived, others);
  }

  private static boolean isAboutToEnter(InclusiveGateway gateway, Activity token) {
    return token.destination() == gateway
        && (token.isIn(Activity.Phase.BEFORE) || token.isIn(Activity.Phase.TAKING));
  }

  private void goOn(Activity activity) {
    Running running = activity.running();
    List<Activity> inScope =
        running.activities().underWayIn(running.activities().parentOf(activity));
    waitingAt(activity, inScope)
        .filter(other -> other != activity)
        .toList()
        .forEach(other -> other.end(now, false));
    lifeCycle.done(activity);
  }

  private static Stream<Activity> waitingAt(Activity waiting, List<Activity> inScope) {
    return inScope.stream().filter(token -> isWaitingAt(waiting, token));
  }

  private static boolean isWaitingAt(Activity waiting, Activity token) {
    return token.node() == waiting.node() && token.isIn(Activity.Phase.UNDER_WAY);
  }
}
