package dev.outwork.engine.token;

import dev.outwork.api.SuspendedEntityInteractionException;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.bpmn.Assignments.Event;
import dev.outwork.engine.bpmn.CatchingNode;
import dev.outwork.engine.bpmn.FlowNode;
import dev.outwork.engine.bpmn.InputOutput;
import dev.outwork.engine.bpmn.MultiInstance;
import dev.outwork.engine.bpmn.SequenceFlow;
import dev.outwork.engine.database.Ids;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The life cycle of an activity: it arrives, enters, waits, is done, leaves, or is interrupted.
 * Common to all elements; each node has what is special about it.
 */
final class LifeCycle {
  private final Journey journey;
  private final Instant now;
  private final Deque<Activity> arriving = new ArrayDeque<>();
  private final StepRun steps = new StepRun(this);

  LifeCycle(Journey journey, Instant now) {
    this.journey = journey;
    this.now = now;
  }

  /** The next token that has to enter its node. */
  Optional<Activity> nextArrival() {
    return Optional.ofNullable(arriving.poll());
  }

  boolean anyArrives() {
    return !arriving.isEmpty();
  }

  /**
   * Sends tokens on their way; the first of them arrives first, before all that are already on
   * their way.
   */
  void send(List<Activity> tokens) {
    List<Activity> lastFirst = new ArrayList<>(tokens);
    Collections.reverse(lastFirst);
    lastFirst.forEach(arriving::push);
  }

  /** Sends a token on its way after all that are already on their way. */
  void sendLast(Activity token) {
    arriving.addLast(token);
  }

  /** Starts a scope without tokens inside. */
  Activity open(Activity parent, FlowNode node, Map<String, TypedValue> locals) {
    Activity scope = tokenTo(parent, node.id(), locals);
    begin(scope);
    scope.inside();
    return scope;
  }

  /** A token for the start event of a process, or for the step before it. */
  Activity tokenToStart(Activity root, String startId) {
    return steps.firstBefore(root, startId).orElseGet(() -> tokenTo(root, startId, Map.of()));
  }

  Activity tokenTo(Activity scope, String elementId, Map<String, TypedValue> locals) {
    return token(scope, elementId, locals, null, null);
  }

  /** {@code thrownBy} and {@code flowId} as in {@link Activity.Stored}. */
  Activity token(
      Activity scope,
      String elementId,
      Map<String, TypedValue> locals,
      String thrownBy,
      String flowId) {
    Running running = scope.running();
    Activity token =
        Activity.arriving(
            running,
            running.model().node(elementId),
            new Activity.Stored(
                Ids.next(), elementId, scope.id(), Activity.Phase.ARRIVING, thrownBy, flowId));
    running.activities().add(token);
    running.variables().begin(token.id());
    running.variables().setAllLocal(token.id(), locals);
    return token;
  }

  /** A token has arrived at its node: a job enters it if the node is asyncBefore. */
  void arrive(Activity token) {
    // The token may have been cancelled, or arrived already.
    if (!token.isIn(Activity.Phase.ARRIVING) || isTakenOnItsWay(token)) {
      return;
    }
    if (token.node().info().async().before()) {
      token.waitBefore();
      token
          .running()
          .orders()
          .open(JobOrders.of(JobOrder.Type.ASYNC_BEFORE, token.node(), token, now));
      return;
    }
    enter(token);
  }

  /** An assignment on its flow may have cancelled it. */
  private boolean isTakenOnItsWay(Activity token) {
    Running running = token.running();
    if (token.flowId() == null || !running.evaluator().assignOnTheWay(token)) {
      return false;
    }
    journey.conditionals().variablesHaveChanged(running);
    return !token.isIn(Activity.Phase.ARRIVING);
  }

  void enter(Activity activity) {
    begin(activity);
    if (journey.conditionals().take(activity)) {
      return;
    }
    activity.inside();
    if (!journey.conditionals().begins(activity) && !steps.beginsBefore(activity)) {
      enterNode(activity);
    }
  }

  /** All steps before the node's own work are done. */
  void enterNode(Activity activity) {
    activity.node().enter(new TokenAt(journey, activity));
  }

  private void begin(Activity activity) {
    checkMoves(activity);
    activity.start(now);
    Running running = activity.running();
    Map<String, TypedValue> inputs = new LinkedHashMap<>();
    for (InputOutput.Parameter input : activity.node().info().inputOutput().inputs()) {
      inputs.put(input.name(), running.evaluator().input(input, activity));
    }
    running.variables().setAllLocal(activity.id(), inputs);
    for (InputOutput.Parameter input : activity.node().info().inputOutput().innerInputs()) {
      running
          .variables()
          .setLocal(activity.id(), input.name(), running.evaluator().innerInput(input, activity));
    }
    running.evaluator().assign(Event.START, activity);
    arm(activity);
  }

  /** Subscribes to the events that can occur for an activity, or inside it. */
  void arm(Activity activity) {
    for (CatchingNode event : activity.running().model().watchedFrom(activity.node().id())) {
      Arming.arm(activity, event, journey.localTime());
    }
  }

  /**
   * The work of an activity is done: sets its output parameters; then a job leaves it, or it leaves
   * at once.
   */
  void done(Activity activity) {
    checkMoves(activity);
    if (!journey.conditionals().take(activity) && !steps.beginsAfter(activity)) {
      doneWithSteps(activity);
    }
  }

  /** All steps after the node's own work are done. */
  void doneWithSteps(Activity activity) {
    if (isTakenWithOutputs(activity)) {
      return;
    }
    if (!activity.node().info().async().after()) {
      leave(activity);
      return;
    }
    Orders orders = activity.running().orders();
    orders.ended(activity);
    activity.waitAfter();
    orders.open(JobOrders.of(JobOrder.Type.ASYNC_AFTER, activity.node(), activity, now));
  }

  /** The work of an activity is done, and no token leaves it. */
  void endHere(Activity activity) {
    Optional<Activity> owner = steps.owner(activity);
    if (owner.isPresent()) {
      abandon(activity);
      endHere(owner.get());
      return;
    }
    if (!isTakenWithOutputs(activity)) {
      leave(activity, List.of());
    }
  }

  private boolean isTakenWithOutputs(Activity activity) {
    setOutputs(activity);
    activity.done();
    return journey.conditionals().take(activity);
  }

  void leave(Activity activity) {
    activity.node().leave(new TokenAt(journey, activity));
  }

  /** The activity has ended; a token takes each flow. */
  void leave(Activity activity, List<SequenceFlow> flows) {
    checkMoves(activity);
    if (activity.isRoot()) {
      journey.calls().completed(activity.running());
      return;
    }
    activity.end(now, flows.isEmpty());
    activity.running().orders().ended(activity);
    journey.compensation().completed(activity);
    if (flows.isEmpty()) {
      tokenEnded(activity);
      return;
    }
    Activity scope = activity.running().activities().parentOf(activity);
    send(
        flows.stream()
            .map(flow -> token(scope, flow.targetId(), Map.of(), null, flow.id()))
            .toList());
  }

  /** A token has ended: notifies its scope, or the compensation event that started it. */
  void tokenEnded(Activity activity) {
    if (activity.thrownBy() != null) {
      journey.compensation().handlerEnded(activity);
      return;
    }
    Activity scope = activity.running().activities().parentOf(activity);
    if (scope.isIn(Activity.Phase.UNDER_WAY)) {
      if (steps.owner(activity).isPresent()) {
        steps.ended(scope, activity);
        return;
      }
      scope.node().tokenInsideEnded(new TokenAt(journey, scope));
      if (scope.node() instanceof MultiInstance body && !body.isSequential()) {
        journey.conditionals().variablesHaveChanged(scope.running());
      }
    }
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
    journey.calls().cancelCalledBy(activity);
    if (activity.isDone()) {
      activity.end(now, false);
    } else {
      if (withOutputs && activity.isIn(Activity.Phase.UNDER_WAY)) {
        activity.beginCancellation();
        setOutputs(activity);
      }
      activity.cancel(now);
    }
    activity.running().orders().cancelled(activity);
    journey.compensation().handlersOf(activity).forEach(handler -> cancel(handler, withOutputs));
    if (activity.isIn(Activity.Phase.GONE)) {
      // It never started, so it has no variables to load.
      activity.running().variables().begin(activity.id());
    }
  }

  /** No token of a suspended instance moves, whatever the cause; it can only be cancelled. */
  void checkMoves(Activity activity) {
    if (activity.running().instance().suspended()) {
      throw new SuspendedEntityInteractionException("Execution", activity.id());
    }
  }

  void setOutputs(Activity activity) {
    Running running = activity.running();
    running.evaluator().assign(Event.END, activity);
    for (InputOutput.Parameter output : activity.node().info().inputOutput().outputs()) {
      running
          .variables()
          .set(
              running.activities().scopesFrom(activity.parentId()),
              output.name(),
              running.evaluator().output(output, activity));
    }
  }
}
