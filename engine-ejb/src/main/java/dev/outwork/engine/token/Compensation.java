package dev.outwork.engine.token;

import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.bpmn.EventSubProcess;
import dev.outwork.engine.bpmn.FlowNode;
import dev.outwork.engine.bpmn.MultiInstance;
import dev.outwork.engine.database.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Undoes what has been completed (BPMN 2.0, chapters 10.7 and 13.5.5): remembers completed
 * activities that can be undone, and starts their handlers, the latest first. A sub-process without
 * a handler of its own is undone by undoing what is inside.
 */
final class Compensation {
  private final Arrivals arrivals;
  private final Instant now;

  /** A handler to be started, with what its activity knew when it was completed. */
  private record Undo(String handlerId, Map<String, TypedValue> known) {}

  Compensation(Arrivals arrivals, Instant now) {
    this.arrivals = arrivals;
    this.now = now;
  }

  /** An activity has been completed: it can be undone from now on. */
  void completed(Activity activity) {
    Running running = activity.running();
    if (!running.model().hasCompensation()) {
      return;
    }
    Optional<FlowNode> handler = running.model().compensationHandlerOf(activity.node().id());
    if (handler.isPresent() || holdsCompensables(activity)) {
      running
          .compensables()
          .add(
              new Compensable(
                  Ids.next(),
                  activity.parentId(),
                  activity.node().id(),
                  activity.id(),
                  handler.map(FlowNode::id).orElse(null),
                  now));
    }
  }

  private static boolean holdsCompensables(Activity scope) {
    return scope.running().compensables().all().stream()
        .anyMatch(compensable -> compensable.scopeId().equals(scope.id()));
  }

  /**
   * Starts undoing what was completed in the scope of a compensation event.
   *
   * @param activityRef null for all
   * @return whether there is anything to undo
   */
  boolean undo(Activity thrower, String activityRef) {
    Running running = thrower.running();
    Activity scope = running.activities().parentOf(thrower);
    if (scope.node() instanceof EventSubProcess) {
      scope = running.activities().parentOf(scope);
    }
    List<Undo> undos = new ArrayList<>();
    for (Compensable compensable : latestFirstIn(running, scope.id())) {
      if (activityRef == null || isOf(compensable, activityRef)) {
        collect(running, compensable, List.of(), undos);
      }
    }
    Activity target = scope;
    arrivals.send(
        undos.stream()
            .map(undo -> Arrivals.token(target, undo.handlerId(), undo.known(), thrower.id(), null))
            .toList());
    return !undos.isEmpty();
  }

  private static boolean isOf(Compensable compensable, String activityRef) {
    return compensable.activityId().equals(activityRef)
        || compensable.activityId().equals(activityRef + MultiInstance.SUFFIX);
  }

  private static List<Compensable> latestFirstIn(Running running, String scopeId) {
    return running.compensables().all().stream()
        .filter(compensable -> compensable.scopeId().equals(scopeId))
        .sorted(Comparator.comparing(Compensable::id).reversed())
        .toList();
  }

  // The scopes between the one that is undone and the completed activity have ended; what they
  // knew goes to the handler.
  private static void collect(
      Running running, Compensable compensable, List<String> ended, List<Undo> undos) {
    running.compensables().remove(compensable);
    if (compensable.handlerId() != null) {
      undos.add(
          new Undo(
              compensable.handlerId(),
              Mappings.all(running.variables(), known(running, compensable, ended))));
      return;
    }
    List<String> inner = new ArrayList<>();
    inner.add(compensable.activityInstanceId());
    inner.addAll(ended);
    latestFirstIn(running, compensable.activityInstanceId())
        .forEach(each -> collect(running, each, inner, undos));
  }

  private static List<String> known(Running running, Compensable compensable, List<String> ended) {
    boolean isInner =
        running
            .model()
            .node(compensable.activityId())
            .info()
            .scopeId()
            .endsWith(MultiInstance.SUFFIX);
    if (!isInner) {
      return ended;
    }
    List<String> known = new ArrayList<>();
    known.add(compensable.activityInstanceId());
    known.addAll(ended);
    return known;
  }

  /** The handlers under way that an event has started: they are beside it, and not inside. */
  static List<Activity> handlersOf(Activity thrower) {
    if (!thrower.running().model().hasCompensation()) {
      return List.of();
    }
    return thrower.running().activities().underWay().stream()
        .filter(handler -> thrower.id().equals(handler.thrownBy()))
        .toList();
  }

  /**
   * The compensation event that goes on when a handler has ended: the last of its handlers. Empty
   * as well for an activity that is none.
   */
  static Optional<Activity> throwerAfter(Activity handler) {
    if (handler.thrownBy() == null) {
      return Optional.empty();
    }
    return handler
        .running()
        .activities()
        .find(handler.thrownBy())
        .filter(Activity::isUnderWay)
        .filter(thrower -> handlersOf(thrower).isEmpty());
  }
}
