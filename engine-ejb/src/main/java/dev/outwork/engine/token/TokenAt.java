package dev.outwork.engine.token;

import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.bpmn.BoundaryEvent;
import dev.outwork.engine.bpmn.BusinessRuleTask;
import dev.outwork.engine.bpmn.CallActivity;
import dev.outwork.engine.bpmn.CatchingNode;
import dev.outwork.engine.bpmn.ExternalActivity;
import dev.outwork.engine.bpmn.SequenceFlow;
import dev.outwork.engine.bpmn.SignalThrowEvent;
import dev.outwork.engine.bpmn.Thrown;
import dev.outwork.engine.bpmn.Token;
import dev.outwork.engine.bpmn.UserTask;
import dev.outwork.engine.expression.Condition;
import dev.outwork.engine.expression.Expression;
import dev.outwork.engine.expression.VariableAssignment;
import dev.outwork.engine.variable.Values;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A token at a node, as its node sees it. */
final class TokenAt implements Token {
  private final Moves moves;
  private final Activity activity;
  private final Running running;
  private final Map<String, TypedValue> payload;

  /** The operations that a node can call. */
  record Moves(
      LifeCycle lifeCycle,
      Arrivals arrivals,
      Cancellation cancellation,
      Compensation compensation,
      Catchers catchers,
      Calls calls,
      BusinessRules decisions,
      Signals signals,
      ZonedDateTime localTime) {
    Instant now() {
      return localTime.toInstant();
    }
  }

  /** {@code payload} is set on the token that starts at the triggered event. */
  TokenAt(Moves moves, Activity activity, Map<String, TypedValue> payload) {
    this.moves = moves;
    this.activity = activity;
    this.running = activity.running();
    this.payload = payload;
  }

  @Override
  public boolean holds(SequenceFlow flow) {
    return Evaluator.of(running).holds(flow, activity);
  }

  @Override
  public boolean holds(Condition condition, String what) {
    return Evaluator.of(running).holds(condition, what, activity);
  }

  @Override
  public Object evaluate(Expression expression, String what) {
    return Evaluator.of(running).evaluate(expression, what, activity);
  }

  @Override
  public int localNumber(String name) {
    return running
        .variables()
        .get(List.of(activity.id()), name)
        .map(TypedValue::value)
        .filter(Number.class::isInstance)
        .map(number -> ((Number) number).intValue())
        .orElseThrow(() -> stuck("its variable '%s' is not a number".formatted(name)));
  }

  @Override
  public void setLocal(String name, Object value) {
    running.variables().setLocal(activity.id(), name, Values.fromExpression(value));
  }

  @Override
  public void assign(VariableAssignment assignment) {
    Evaluator.of(running).assign(assignment, activity);
  }

  @Override
  public void workIsDone() {
    moves.lifeCycle().done(activity);
  }

  @Override
  public void leave(List<SequenceFlow> flows) {
    moves.lifeCycle().leave(activity, flows);
  }

  @Override
  public boolean isUnderWay() {
    return activity.isUnderWay();
  }

  @Override
  public int arrivals() {
    return waitingHere().size();
  }

  @Override
  public void join(int count) {
    waitingHere().stream()
        .filter(other -> other != activity)
        .limit(count - 1L)
        .forEach(other -> other.end(moves.now(), false));
  }

  private List<Activity> waitingHere() {
    return running.activities().underWayIn(scope()).stream()
        .filter(other -> other.node() == activity.node())
        .filter(other -> other.isIn(Activity.Phase.UNDER_WAY))
        .toList();
  }

  // Evaluated when nothing moves any more: only then it is known which tokens can still arrive.
  @Override
  public void waitForOthers() {}

  @Override
  public void openExternalTask(ExternalActivity external) {
    running.orders().open(ExternalTaskOrders.of(external, activity));
  }

  @Override
  public void openUserTask(UserTask task) {
    running.orders().open(UserTaskOrders.of(task, activity, moves.localTime()));
  }

  @Override
  public void call(CallActivity call) {
    moves.calls().start(call, activity);
  }

  @Override
  public void decide(BusinessRuleTask task) {
    moves.decisions().decide(task, activity);
  }

  @Override
  public void listen(CatchingNode node) {
    if (activity.hasHappened()) {
      workIsDone();
    } else {
      Arming.arm(activity, node, moves.localTime());
    }
  }

  @Override
  public void continueAt(CatchingNode node) {
    if (activity.node() == node) {
      running.variables().setAllLocal(activity.id(), payload);
      workIsDone();
      return;
    }
    // A gateway does not complete: the event cancels it, as history shows.
    activity.cancel(moves.now());
    running.closeWatches(activity);
    Activity next = Arrivals.token(scope(), node.id(), payload);
    next.hasHappened(true);
    moves.arrivals().send(List.of(next));
  }

  @Override
  public void beginInside(String elementId, List<Map<String, Object>> locals) {
    moves
        .arrivals()
        .send(locals.stream().map(own -> Arrivals.token(activity, elementId, typed(own))).toList());
  }

  private Map<String, TypedValue> typed(Map<String, Object> values) {
    Map<String, TypedValue> typed = new HashMap<>(payload);
    values.forEach((name, value) -> typed.put(name, Values.fromExpression(value)));
    return typed;
  }

  @Override
  public boolean isEmptyInside() {
    return running.activities().underWayIn(activity).isEmpty();
  }

  @Override
  public void cancelInside() {
    moves.cancellation().interruptInside(activity);
  }

  @Override
  public void interruptInside() {
    cancelInside();
    // A scope that is interrupted from inside can still be interrupted from outside.
    running.closeEvents(activity, running.model().eventSubProcessesOf(activity.node().id()));
  }

  @Override
  public void interrupt() {
    moves.cancellation().interrupt(activity);
  }

  @Override
  public void beginBeside(BoundaryEvent event) {
    moves.arrivals().send(List.of(Arrivals.token(scope(), event.id(), payload)));
  }

  @Override
  public void cancelOthers() {
    running.activities().underWayIn(scope()).stream()
        .filter(other -> other != activity)
        .forEach(moves.cancellation()::interrupt);
  }

  @Override
  public boolean raise(Thrown thrown) {
    return moves.catchers().raise(activity, thrown);
  }

  @Override
  public void signal(SignalThrowEvent event) {
    moves.signals().send(event, activity);
  }

  @Override
  public boolean compensate(String activityRef) {
    return moves.compensation().undo(activity, activityRef);
  }

  @Override
  public ProcessEngineException stuck(String reason) {
    return Evaluator.of(running).failed("leave " + activity.node().info(), reason, null);
  }

  private Activity scope() {
    return running.activities().parentOf(activity);
  }
}
