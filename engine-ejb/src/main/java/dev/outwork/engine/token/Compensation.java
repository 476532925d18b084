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
 * Compensation (BPMN 2.0, chapters 10.7 and 13.5.5): records completed activities that can be
 * compensated, and starts their handlers, the latest first. A sub-process without a handler of its
 * own is compensated by compensating its contents.
 */
final class Compensation {
  private final Arrivals arrivals;
  private final Instant now;

  /**
   * A handler to start.
   *
   * @param completedId the completed activity instance
   * @param known the variables that it had on completion
   */
  private record Undo(String handlerId, String completedId, Map<String, TypedValue> known) {}

  Compensation(Arrivals arrivals, Instant now) {
    this.arrivals = arrivals;
    this.now = now;
  }

  /** An activity has completed: it can be compensated from now on. */
  void completed(Activity activity) {
    Running running = activity.running();
    if (!running.model().hasCompensation()) {
      return;
    }
    if (isSubProcessHandler(activity)) {
      compensablesIn(running, activity.id()).forEach(running.compensables()::remove);
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
    return !compensablesIn(scope.running(), scope.id()).isEmpty();
  }

  private static List<Compensable> compensablesIn(Running running, String scopeId) {
    return running.compensables().all().stream()
        .filter(compensable -> compensable.scopeId().equals(scopeId))
        .toList();
  }

  /** Whether it is an event sub-process that compensates the sub-process around it. */
  private static boolean isSubProcessHandler(Activity activity) {
    return activity.node() instanceof EventSubProcess handler && handler.compensates() != null;
  }

  /**
   * Starts the compensation of activities that completed in the scope of a compensation event.
   *
   * @param activityRef null for all
   * @return whether there is anything to compensate
   */
  boolean undo(Activity thrower, String activityRef) {
    Running running = thrower.running();
    Activity scope = running.activities().parentOf(thrower);
    if (scope.node() instanceof EventSubProcess && !isSubProcessHandler(scope)) {
      scope = running.activities().parentOf(scope);
    }
    List<Undo> undos = new ArrayList<>();
    for (Compensable compensable : latestFirstIn(running, scope.id())) {
      if (activityRef == null || isOf(compensable, activityRef)) {
        collect(running, compensable, List.of(), undos);
      }
    }
    Activity target = scope;
    arrivals.send(undos.stream().map(undo -> handler(undo, target, thrower)).toList());
    return !undos.isEmpty();
  }

  private static Activity handler(Undo undo, Activity scope, Activity thrower) {
    Activity handler = Arrivals.token(scope, undo.handlerId(), undo.known(), thrower.id(), null);
    if (isSubProcessHandler(handler)) {
      passOn(undo.completedId(), handler);
    }
    return handler;
  }

  /** What completed in a sub-process can be compensated by the handler of the sub-process. */
  private static void passOn(String completedId, Activity handler) {
    Compensables compensables = handler.running().compensables();
    for (Compensable inside : compensablesIn(handler.running(), completedId)) {
      compensables.remove(inside);
      compensables.add(inside.in(handler.id()));
    }
  }

  private static boolean isOf(Compensable compensable, String activityRef) {
    return compensable.activityId().equals(activityRef)
        || compensable.activityId().equals(activityRef + MultiInstance.SUFFIX);
  }

  private static List<Compensable> latestFirstIn(Running running, String scopeId) {
    return compensablesIn(running, scopeId).stream()
        .sorted(Comparator.comparing(Compensable::id).reversed())
        .toList();
  }

  // The scopes between the compensated one and the completed activity have ended; their variables
  // are passed to the handler.
  private static void collect(
      Running running, Compensable compensable, List<String> ended, List<Undo> undos) {
    running.compensables().remove(compensable);
    if (compensable.handlerId() != null) {
      undos.add(
          new Undo(
              compensable.handlerId(),
              compensable.activityInstanceId(),
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
    boolean isItsScope = running.model().node(compensable.handlerId()) instanceof EventSubProcess;
    if (!isInner && !isItsScope) {
      return ended;
    }
    List<String> known = new ArrayList<>();
    known.add(compensable.activityInstanceId());
    known.addAll(ended);
    return known;
  }

  /** The running handlers that an event has started: they are siblings of it, not inside it. */
  static List<Activity> handlersOf(Activity thrower) {
    if (!thrower.running().model().hasCompensation()) {
      return List.of();
    }
    return thrower.running().activities().underWay().stream()
        .filter(handler -> thrower.id().equals(handler.thrownBy()))
        .toList();
  }

  /** A handler has completed: the compensation event continues after the last one. */
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
