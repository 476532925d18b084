package dev.outwork.engine.token;

import dev.outwork.api.SuspendedEntityInteractionException;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.bpmn.Assignments.Event;
import dev.outwork.engine.bpmn.CatchingNode;
import dev.outwork.engine.bpmn.FlowNode;
import dev.outwork.engine.bpmn.MultiInstance;
import dev.outwork.engine.bpmn.SequenceFlow;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The life cycle of an activity: it arrives, enters, waits, is done, leaves. Common to all
 * elements; each node has what is special about it. {@link Cancellation} is the other way to end.
 */
final class LifeCycle {
  private final Tokens tokens;
  private final Arrivals arrivals;
  private final Cancellation cancellation;
  private final Compensation compensation;
  private final Conditionals conditionals;
  private final Callers callers;
  private final StepRun steps;
  private final ZonedDateTime localTime;
  private final Instant now;

  /**
   * @param localTime now, in the time zone of the engine
   */
  LifeCycle(
      Tokens tokens,
      Arrivals arrivals,
      Cancellation cancellation,
      Compensation compensation,
      Conditionals conditionals,
      Callers callers,
      ZonedDateTime localTime) {
    this.tokens = tokens;
    this.arrivals = arrivals;
    this.cancellation = cancellation;
    this.compensation = compensation;
    this.conditionals = conditionals;
    this.callers = callers;
    this.steps = new StepRun(arrivals);
    this.localTime = localTime;
    this.now = localTime.toInstant();
  }

  /**
   * Starts an instance. Its token goes to a start event, or to the step before it, and moves before
   * those that are on their way.
   */
  void begin(Running begun, String startId) {
    beginWithoutToken(begun, startId);
    Activity token =
        steps
            .firstBefore(begun.root(), startId)
            .orElseGet(() -> Arrivals.token(begun.root(), startId, Map.of()));
    conditionals.begins(begun.root());
    arrivals.send(List.of(token));
  }

  /** Starts an instance without tokens inside. */
  void beginWithoutToken(Running begun, String startId) {
    begun.startsAt(startId);
    Evaluator.of(begun).assign(Event.START, begun.root());
    arm(begun.root());
  }

  /** Starts a scope without tokens inside. */
  Activity open(Activity parent, FlowNode node, Map<String, TypedValue> locals) {
    Activity scope = Arrivals.token(parent, node.id(), locals);
    begin(scope);
    scope.inside();
    return scope;
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
    if (token.flowId() == null || !Evaluator.of(running).assignOnTheWay(token)) {
      return false;
    }
    conditionals.variablesHaveChanged(running);
    return !token.isIn(Activity.Phase.ARRIVING);
  }

  void enter(Activity activity) {
    begin(activity);
    if (conditionals.take(activity)) {
      return;
    }
    activity.inside();
    if (!conditionals.begins(activity) && !steps.beginsBefore(activity)) {
      enterNode(activity);
    }
  }

  /** All steps before the node's own work are done. */
  private void enterNode(Activity activity) {
    activity.node().enter(tokens.at(activity));
  }

  private void begin(Activity activity) {
    checkMoves(activity);
    activity.start(now);
    Parameters.setInputs(activity);
    arm(activity);
  }

  /** Subscribes to the events that can occur for an activity, or inside it. */
  private void arm(Activity activity) {
    for (CatchingNode event : activity.running().model().watchedFrom(activity.node().id())) {
      Arming.arm(activity, event, localTime);
    }
  }

  /**
   * The work of an activity is done: sets its output parameters; then a job leaves it, or it leaves
   * at once.
   */
  void done(Activity activity) {
    checkMoves(activity);
    if (!conditionals.take(activity) && !steps.beginsAfter(activity)) {
      doneWithSteps(activity);
    }
  }

  /** All steps after the node's own work are done. */
  private void doneWithSteps(Activity activity) {
    if (isTakenWithOutputs(activity)) {
      return;
    }
    if (!activity.node().info().isLeftByOneJob()) {
      leave(activity);
      return;
    }
    activity.running().closeWatches(activity);
    activity.waitAfter();
    activity
        .running()
        .orders()
        .open(JobOrders.of(JobOrder.Type.ASYNC_AFTER, activity.node(), activity, now));
  }

  /** The work of an activity is done, and no token leaves it. */
  void endHere(Activity activity) {
    Optional<Activity> owner = steps.owner(activity);
    if (owner.isPresent()) {
      cancellation.abandon(activity);
      endHere(owner.get());
      return;
    }
    if (!isTakenWithOutputs(activity)) {
      leave(activity, List.of());
    }
  }

  private boolean isTakenWithOutputs(Activity activity) {
    Parameters.setOutputs(activity);
    activity.done();
    return conditionals.take(activity);
  }

  void leave(Activity activity) {
    activity.node().leave(tokens.at(activity));
  }

  /** The activity has ended; a token takes each flow, at once or by a job of its own. */
  void leave(Activity activity, List<SequenceFlow> flows) {
    checkMoves(activity);
    // A token that waits at the node itself for its one job is of an earlier version.
    boolean byJobs = activity.node().info().isLeftByJobs() && !activity.isIn(Activity.Phase.AFTER);
    if (activity.isRoot()) {
      completed(activity.running());
      return;
    }
    activity.end(now, flows.isEmpty());
    activity.running().closeWatches(activity);
    compensation.completed(activity);
    if (flows.isEmpty()) {
      tokenEnded(activity);
      return;
    }
    if (byJobs) {
      flows.forEach(flow -> waitOn(flow, activity));
      return;
    }
    Activity scope = activity.running().activities().parentOf(activity);
    arrivals.send(
        flows.stream()
            .map(flow -> Arrivals.token(scope, flow.targetId(), Map.of(), null, flow.id()))
            .toList());
  }

  private void waitOn(SequenceFlow flow, Activity left) {
    Running running = left.running();
    Activity token =
        Arrivals.token(
            running.activities().parentOf(left), left.node().id(), Map.of(), null, flow.id());
    token.waitOnFlow();
    running.orders().open(JobOrders.of(JobOrder.Type.ASYNC_AFTER, token.node(), token, now));
  }

  /** A job lets a token go on that waits on its flow. */
  void takeFlow(Activity token) {
    checkMoves(token);
    Activity scope = token.running().activities().parentOf(token);
    String targetId = token.destination().id();
    token.takeFlow();
    arrivals.send(List.of(Arrivals.token(scope, targetId, Map.of(), null, token.flowId())));
  }

  private void completed(Running running) {
    running.end("COMPLETED", null);
    callers.givenBackBy(running).ifPresent(this::done);
  }

  /** A token has ended: notifies its scope, or the compensation event that started it. */
  private void tokenEnded(Activity activity) {
    if (activity.thrownBy() != null) {
      Compensation.throwerAfter(activity).ifPresent(this::done);
      return;
    }
    Activity scope = activity.running().activities().parentOf(activity);
    if (scope.isIn(Activity.Phase.UNDER_WAY)) {
      if (steps.owner(activity).isPresent()) {
        stepEnded(scope, activity);
        return;
      }
      scope.node().tokenInsideEnded(tokens.at(scope));
      if (scope.node() instanceof MultiInstance body && !body.isSequential()) {
        conditionals.variablesHaveChanged(scope.running());
      }
    }
  }

  private void stepEnded(Activity owner, Activity step) {
    switch (steps.ended(owner, step)) {
      case WAITS -> {}
      case ENTERS -> enterNode(owner);
      case LEAVES -> doneWithSteps(owner);
    }
  }

  /** No token of a suspended instance moves, whatever the cause; it can only be cancelled. */
  static void checkMoves(Activity activity) {
    if (activity.running().instance().suspended()) {
      throw new SuspendedEntityInteractionException("Execution", activity.id());
    }
  }
}
