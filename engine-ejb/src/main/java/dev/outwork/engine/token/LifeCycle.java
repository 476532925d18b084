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
 * The life of an activity: arrives, enters, waits, is done, leaves. One place for all elements;
 * what is special about an element stands with its node. {@link Cancellation} is the other way to
 * end.
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
   * An instance begins. Its token goes to a start event, or to what comes before it, and moves
   * before those that are on their way.
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

  /** An instance begins with nothing inside. */
  void beginWithoutToken(Running begun, String startId) {
    begun.startsAt(startId);
    Evaluator.of(begun).assign(Event.START, begun.root());
    arm(begun.root());
  }

  /** Begins a scope with nothing inside. */
  Activity open(Activity parent, FlowNode node, Map<String, TypedValue> locals) {
    Activity scope = Arrivals.token(parent, node.id(), locals);
    begin(scope);
    scope.inside();
    return scope;
  }

  /** A token has come to its node: a job enters it, if there is a border before it. */
  void arrive(Activity token) {
    // It may have been taken away, or be there already.
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

  /** What its flow sets may be what takes it away. */
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

  /** Nothing is to be waited for any more before the node's own work. */
  private void enterNode(Activity activity) {
    activity.node().enter(tokens.at(activity));
  }

  private void begin(Activity activity) {
    checkMoves(activity);
    activity.start(now);
    Parameters.setInputs(activity);
    arm(activity);
  }

  /** Listens for what can happen to an activity, or in it. */
  private void arm(Activity activity) {
    for (CatchingNode event : activity.running().model().watchedFrom(activity.node().id())) {
      Arming.arm(activity, event, localTime);
    }
  }

  /**
   * The work of an activity is done: sets its output parameters and lets a job or it itself leave.
   */
  void done(Activity activity) {
    checkMoves(activity);
    if (!conditionals.take(activity) && !steps.beginsAfter(activity)) {
      doneWithSteps(activity);
    }
  }

  /** Nothing is to be waited for any more after the node's own work. */
  private void doneWithSteps(Activity activity) {
    if (isTakenWithOutputs(activity)) {
      return;
    }
    if (!activity.node().info().async().after()) {
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

  /** The activity has ended; a token goes along each flow. */
  void leave(Activity activity, List<SequenceFlow> flows) {
    checkMoves(activity);
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
    Activity scope = activity.running().activities().parentOf(activity);
    arrivals.send(
        flows.stream()
            .map(flow -> Arrivals.token(scope, flow.targetId(), Map.of(), null, flow.id()))
            .toList());
  }

  private void completed(Running running) {
    running.end("COMPLETED", null);
    callers.givenBackBy(running).ifPresent(this::done);
  }

  /** A token has nowhere to go from here: tells the scope, or whoever sent it to compensate. */
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

  /**
   * Nothing moves in an instance that stands suspended, whoever asks for it: it can only be taken
   * away.
   */
  static void checkMoves(Activity activity) {
    if (activity.running().instance().suspended()) {
      throw new SuspendedEntityInteractionException("Execution", activity.id());
    }
  }
}
