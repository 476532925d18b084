package dev.outwork.engine.instance;

import dev.outwork.api.ProcessEngineException;
import dev.outwork.engine.bpmn.ErrorBoundaryEvent;
import dev.outwork.engine.bpmn.FlowNode;
import dev.outwork.engine.bpmn.InputOutput;
import dev.outwork.engine.bpmn.ProcessModel;
import dev.outwork.engine.bpmn.SequenceFlow;
import dev.outwork.engine.bpmn.SubProcess;
import dev.outwork.engine.database.Ids;
import dev.outwork.engine.variable.Values;
import dev.outwork.engine.variable.Variables;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;

/**
 * Moves the tokens of one instance within one transaction, until every token rests or has ended.
 * Not thread-safe; its caller holds the instance's row.
 */
public final class Journey {
  /**
   * How many nodes the tokens of one transaction may enter; more is a loop without a wait state.
   */
  public static final int MAX_STEPS = 10_000;

  private static final Logger LOG = Logger.getLogger(Journey.class.getName());

  private final Instance instance;
  private final ProcessModel model;
  private final Activities activities;
  private final Variables variables;
  private final Evaluator evaluator;
  private final Instant now;
  private final Deque<Arrival> arrivals = new ArrayDeque<>();
  private final List<WorkOrder> workOrders = new ArrayList<>();
  private final List<String> cancelled = new ArrayList<>();
  private int steps;
  private boolean ended;

  /** A token on its way to a node. */
  private record Arrival(String elementId, String scopeId) {}

  Journey(
      Instance instance,
      ProcessModel model,
      Activities activities,
      Variables variables,
      Instant now) {
    this.instance = instance;
    this.model = model;
    this.activities = activities;
    this.variables = variables;
    this.evaluator = new Evaluator(instance, model, activities, variables);
    this.now = now;
  }

  /** Puts a token on the start event and moves on. */
  void start() {
    arrivals.push(new Arrival(model.startId(), instance.id()));
    moveOn();
  }

  /** The work that an activity waited for is done: moves on from there. */
  public void complete(String activityInstanceId) {
    done(activities.get(activityInstanceId));
    moveOn();
  }

  /**
   * The work that an activity waited for has ended in an error: moves on from where it is caught.
   */
  public void raise(String activityInstanceId, BpmnError error) {
    propagate(activities.get(activityInstanceId), error);
    moveOn();
  }

  /** What this journey knows and changes of the instance's variables. */
  public Variables variables() {
    return variables;
  }

  /** Evaluates expressions of the model as an activity of this journey sees them. */
  public Evaluator evaluator() {
    return evaluator;
  }

  Instance instance() {
    return instance;
  }

  Activities activities() {
    return activities;
  }

  List<WorkOrder> workOrders() {
    return workOrders;
  }

  /** Activities that ended before their work was done. */
  List<String> cancelled() {
    return cancelled;
  }

  /** Whether the last token has ended. */
  boolean hasEnded() {
    return ended;
  }

  Instant now() {
    return now;
  }

  private void moveOn() {
    while (!arrivals.isEmpty()) {
      if (++steps > MAX_STEPS) {
        throw new ProcessEngineException(
            "Process instance '%s' entered %d nodes in one transaction: process '%s' loops without a wait state"
                .formatted(instance.id(), MAX_STEPS, model.key()));
      }
      enter(arrivals.pop());
    }
  }

  private void enter(Arrival arrival) {
    FlowNode node = model.node(arrival.elementId());
    Activity activity =
        Activity.begin(Ids.next(), node.id(), node.info().activityType(), arrival.scopeId(), now);
    activities.add(activity);
    variables.begin(activity.id());
    for (InputOutput.Parameter input : node.info().inputOutput().inputs()) {
      variables.setLocal(activity.id(), input.name(), evaluator.input(input, node, activity));
    }
    node.enter(new TokenAt(this, activity, node));
  }

  /** The work of an activity is done: sets its output parameters and leaves. */
  void done(Activity activity) {
    FlowNode node = model.node(activity.elementId());
    setOutputs(activity, node);
    node.leave(new TokenAt(this, activity, node));
  }

  private void setOutputs(Activity activity, FlowNode node) {
    for (InputOutput.Parameter output : node.info().inputOutput().outputs()) {
      variables.set(
          activities.scopesFrom(activity.parentId()),
          output.name(),
          evaluator.output(output, node, activity));
    }
  }

  /** Sends a token along a flow. */
  void take(SequenceFlow flow, String scopeId) {
    arrivals.push(new Arrival(flow.targetId(), scopeId));
  }

  /** Puts a token on the start event inside a sub-process. */
  void begin(SubProcess subProcess, Activity activity) {
    arrivals.push(new Arrival(subProcess.startId(), activity.id()));
  }

  /** A token has ended; the last one of a scope takes the scope along. */
  void tokenEnded(String scopeId) {
    boolean others =
        arrivals.stream().anyMatch(arrival -> arrival.scopeId().equals(scopeId))
            || !activities.underWayIn(scopeId).isEmpty();
    if (others) {
      return;
    }
    if (scopeId.equals(instance.id())) {
      ended = true;
      return;
    }
    done(activities.get(scopeId));
  }

  private void propagate(Activity origin, BpmnError error) {
    Activity at = origin;
    while (true) {
      Optional<ErrorBoundaryEvent> handler = handlerOn(at.elementId(), error.code());
      if (handler.isPresent()) {
        interrupt(at, handler.get(), error);
        return;
      }
      if (at.parentId().equals(instance.id())) {
        break;
      }
      at = activities.get(at.parentId());
    }
    LOG.info(
        () ->
            "Error '%s' raised by '%s' of process instance '%s' is caught nowhere: its path ends there"
                .formatted(error.code(), origin.elementId(), instance.id()));
    setOutputs(origin, model.node(origin.elementId()));
    origin.end(now);
    tokenEnded(origin.parentId());
  }

  // A handler of the very code goes before one of all codes (wire section 4.7).
  private Optional<ErrorBoundaryEvent> handlerOn(String elementId, String code) {
    List<ErrorBoundaryEvent> events = model.errorBoundaryEventsOf(elementId);
    return events.stream()
        .filter(event -> event.catchesExactly(code))
        .findFirst()
        .or(() -> events.stream().filter(ErrorBoundaryEvent::catchesAll).findFirst());
  }

  private void interrupt(Activity activity, ErrorBoundaryEvent handler, BpmnError error) {
    cancel(activity);
    List<String> scopes = activities.scopesFrom(activity.parentId());
    if (handler.errorCodeVariable() != null) {
      variables.set(scopes, handler.errorCodeVariable(), Values.fromExpression(error.code()));
    }
    if (handler.errorMessageVariable() != null) {
      variables.set(scopes, handler.errorMessageVariable(), Values.fromExpression(error.message()));
    }
    arrivals.push(new Arrival(handler.id(), activity.parentId()));
  }

  // What is inside goes first; output parameters are set on this way out as well (wire section
  // 4.5).
  private void cancel(Activity activity) {
    activities.underWayIn(activity.id()).forEach(this::cancel);
    setOutputs(activity, model.node(activity.elementId()));
    activity.cancel(now);
    cancelled.add(activity.id());
  }
}
