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
import dev.outwork.engine.expression.Assignment;
import dev.outwork.engine.expression.Condition;
import dev.outwork.engine.expression.Expression;
import dev.outwork.engine.variable.Values;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A token at a node, as its node sees it. */
final class TokenAt implements Token {
  private final Journey journey;
  private final Activity activity;
  private final Running running;
  private final Map<String, TypedValue> payload;

  TokenAt(Journey journey, Activity activity) {
    this(journey, activity, Map.of());
  }

  /** {@code payload} is set on the token that starts at the triggered event. */
  TokenAt(Journey journey, Activity activity, Map<String, TypedValue> payload) {
    this.journey = journey;
    this.activity = activity;
    this.running = activity.running();
    this.payload = payload;
  }

  @Override
  public boolean holds(SequenceFlow flow) {
    return running.evaluator().holds(flow, activity);
  }

  @Override
  public boolean holds(Condition condition, String what) {
    return running.evaluator().holds(condition, what, activity);
  }

  @Override
  public Object evaluate(Expression expression, String what) {
    return running.evaluator().evaluate(expression, what, activity);
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
  public void assign(Assignment assignment) {
    running.evaluator().assign(assignment, activity);
  }

  @Override
  public void workIsDone() {
    journey.lifeCycle().done(activity);
  }

  @Override
  public void leave(List<SequenceFlow> flows) {
    journey.lifeCycle().leave(activity, flows);
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
        .forEach(other -> other.end(journey.now(), false));
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
    running.orders().open(WorkOrders.of(external, activity));
  }

  @Override
  public void openUserTask(UserTask task) {
    running.orders().open(UserTaskOrders.of(task, activity, journey.localTime()));
  }

  @Override
  public void call(CallActivity call) {
    journey.calls().start(call, activity);
  }

  @Override
  public void decide(BusinessRuleTask task) {
    journey.decisions().decide(task, activity);
  }

  @Override
  public void listen(CatchingNode node) {
    if (activity.hasHappened()) {
      workIsDone();
    } else {
      Arming.arm(activity, node, journey.localTime());
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
    activity.cancel(journey.now());
    running.orders().ended(activity);
    Activity next = journey.lifeCycle().tokenTo(scope(), node.id(), payload);
    next.hasHappened(true);
    journey.lifeCycle().send(List.of(next));
  }

  @Override
  public void beginInside(String elementId, List<Map<String, Object>> locals) {
    journey
        .lifeCycle()
        .send(
            locals.stream()
                .map(own -> journey.lifeCycle().tokenTo(activity, elementId, typed(own)))
                .toList());
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
    journey.lifeCycle().interruptInside(activity);
  }

  @Override
  public void interruptInside() {
    cancelInside();
    // A scope that is interrupted from inside can still be interrupted from outside.
    running
        .orders()
        .closeEvents(activity, running.model().eventSubProcessesOf(activity.node().id()));
  }

  @Override
  public void interrupt() {
    journey.lifeCycle().interrupt(activity);
  }

  @Override
  public void beginBeside(BoundaryEvent event) {
    journey.lifeCycle().send(List.of(journey.lifeCycle().tokenTo(scope(), event.id(), payload)));
  }

  @Override
  public void cancelOthers() {
    running.activities().underWayIn(scope()).stream()
        .filter(other -> other != activity)
        .forEach(journey.lifeCycle()::interrupt);
  }

  @Override
  public boolean raise(Thrown thrown) {
    return journey.catchers().raise(activity, thrown);
  }

  @Override
  public void signal(SignalThrowEvent event) {
    journey.signals().send(event, activity);
  }

  @Override
  public boolean compensate(String activityRef) {
    return journey.compensation().undo(activity, activityRef);
  }

  @Override
  public ProcessEngineException stuck(String reason) {
    return running.evaluator().failed("leave " + activity.node().info(), reason, null);
  }

  private Activity scope() {
    return running.activities().parentOf(activity);
  }
}
