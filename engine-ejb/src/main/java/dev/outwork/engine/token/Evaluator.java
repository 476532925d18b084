package dev.outwork.engine.token;

import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.Texts;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.bpmn.Assignments.Event;
import dev.outwork.engine.bpmn.FlowNode;
import dev.outwork.engine.bpmn.InputOutput;
import dev.outwork.engine.bpmn.MultiInstance;
import dev.outwork.engine.bpmn.SequenceFlow;
import dev.outwork.engine.expression.Condition;
import dev.outwork.engine.expression.DecisionResult;
import dev.outwork.engine.expression.Expression;
import dev.outwork.engine.expression.ExpressionException;
import dev.outwork.engine.expression.Names;
import dev.outwork.engine.expression.VariableAssignment;
import dev.outwork.engine.token.ExecutionNames.Moment;
import dev.outwork.engine.variable.Values;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Evaluates the expressions of a model for an activity; failures name the element and the reason.
 */
public final class Evaluator {
  private static final Logger LOG = Logger.getLogger(Evaluator.class.getName());

  private final Running running;

  private Evaluator(Running running) {
    this.running = running;
  }

  static Evaluator of(Running running) {
    return new Evaluator(running);
  }

  /** The names visible to expressions at an activity. */
  public Names names(String activityInstanceId) {
    return within(running.activities().get(activityInstanceId));
  }

  /** The value of an input parameter, which sees the surrounding scopes and no other input. */
  TypedValue input(InputOutput.Parameter parameter, Activity activity) {
    // The element and the counter of a multi-instance activity exist before any input, and so do
    // the variables of an activity that a handler compensates.
    boolean knowsBefore =
        activity.thrownBy() != null
            || activity.node().info().scopeId().endsWith(MultiInstance.SUFFIX);
    return value(
        parameter,
        activity,
        names(activity, Moment.BEFORE, knowsBefore ? activity.id() : activity.parentId()));
  }

  /** The value of an input parameter that also sees the activity's own variables. */
  TypedValue innerInput(InputOutput.Parameter parameter, Activity activity) {
    return value(parameter, activity, names(activity, Moment.WITHIN, activity.id()));
  }

  /** The value of an output parameter, which also sees the activity's own variables. */
  TypedValue output(InputOutput.Parameter parameter, Activity activity) {
    return value(
        parameter, activity, decided(activity, names(activity, Moment.AFTER, activity.id())));
  }

  /** The same names with what a decision has yielded, which no variable hides. */
  private static Names decided(Activity activity, Names names) {
    return activity
        .decisionResult()
        .map(result -> Names.of(Map.of(DecisionResult.NAME, result)).orElse(names))
        .orElse(names);
  }

  private TypedValue value(InputOutput.Parameter parameter, Activity activity, Names names) {
    return attempt(
        () -> Values.fromExpression(parameter.value().evaluate(names)),
        "parameter '" + parameter.name() + "'",
        activity.node());
  }

  boolean holds(SequenceFlow flow, Activity activity) {
    if (flow.condition() == null) {
      return true;
    }
    try {
      return flow.condition().holds(within(activity));
    } catch (ExpressionException e) {
      throw failed(
          "evaluate the condition of sequence flow '" + flow.id() + "'", e.getMessage(), e);
    }
  }

  boolean holds(Condition condition, String what, Activity activity) {
    return attempt(() -> condition.holds(within(activity)), what, activity.node());
  }

  /** False as long as a name that the condition reads is unknown. */
  boolean holdsByNow(Condition condition, String what, Activity activity) {
    return attempt(() -> condition.holdsByNow(within(activity)), what, activity.node());
  }

  /**
   * Sets the variables of an activity's listeners, each of which sees the assignments of the
   * previous ones.
   */
  void assign(Event event, Activity activity) {
    for (VariableAssignment assignment :
        running.model().assignments().at(activity.node().id(), event)) {
      Names execution =
          decided(activity, ExecutionNames.listening(activity, event, activity.node(), null));
      assign(assignment, execution, activity.id(), activity.node());
    }
  }

  /**
   * Sets the variables of the listeners on the flow by which a token arrived.
   *
   * @return whether there are any
   */
  boolean assignOnTheWay(Activity token) {
    List<VariableAssignment> assignments =
        running.model().assignments().at(token.flowId(), Event.TAKE);
    if (assignments.isEmpty()) {
      return false;
    }
    FlowNode source = running.model().sourceOf(token.flowId()).orElse(token.node());
    Activity scope = running.activities().parentOf(token);
    for (VariableAssignment assignment : assignments) {
      Names execution = ExecutionNames.listening(scope, Event.TAKE, source, token.flowId());
      assign(assignment, execution, scope.id(), source);
    }
    return true;
  }

  /** Sets the variable of a task that does nothing else. */
  void assign(VariableAssignment assignment, Activity activity) {
    assign(
        assignment,
        ExecutionNames.of(activity, Moment.WITHIN, activity.id()),
        activity.id(),
        activity.node());
  }

  private void assign(
      VariableAssignment assignment, Names execution, String scopeId, FlowNode node) {
    List<String> chain = running.activities().scopesFrom(scopeId);
    Names names = execution.orElse(Values.names(running.variables(), chain));
    attempt(
        () -> {
          if (assignment.name() == null) {
            return assignment.value().evaluate(names);
          }
          if (!(assignment.name().evaluate(names) instanceof String name)) {
            throw new ExpressionException("The name in %s is not a string".formatted(assignment));
          }
          TypedValue value = Values.fromExpression(assignment.value().evaluateWhole(names));
          if (assignment.local()) {
            running.variables().setLocal(scopeId, name, value);
          } else {
            running.variables().set(chain, name, value);
          }
          return value;
        },
        assignment.toString(),
        node);
  }

  /** Null if there is no expression. */
  Object evaluate(Expression expression, String what, Activity activity) {
    return expression == null
        ? null
        : attempt(() -> expression.evaluate(within(activity)), what, activity.node());
  }

  /** The result of an expression, to be stored. */
  TypedValue result(Expression expression, String what, Activity activity) {
    return attempt(
        () -> Values.fromExpression(expression.evaluateWhole(names(activity.id()))),
        what,
        activity.node());
  }

  /** Empty if there is no expression, or if its result is null. */
  Optional<String> text(Expression expression, String what, Activity activity) {
    return Optional.ofNullable(evaluate(expression, what, activity))
        .map(value -> attempt(value::toString, what, activity.node()));
  }

  /** Throws an exception if there is none. */
  String name(Expression expression, String what, Activity activity) {
    return text(expression, what, activity)
        .filter(name -> !name.isBlank())
        .orElseThrow(
            () ->
                failed("evaluate " + what + " of " + activity.node().info(), "it is empty", null));
  }

  /**
   * 0 if there is no expression, if its result is null, or if its evaluation fails: the report on
   * the previous activity must not fail, and a wrong priority is better than an instance that does
   * not continue.
   */
  long priority(Expression expression, String what, Activity activity) {
    if (expression == null) {
      return 0;
    }
    if (expression.isConstant()) {
      return Long.parseLong(expression.text().strip());
    }
    Object value;
    try {
      value = expression.evaluate(within(activity));
    } catch (ExpressionException e) {
      LOG.log(
          Level.WARNING,
          "Process instance {0} continues with 0 as {1} of {2}: {3}",
          new Object[] {
            running.instance().id(), what, activity.node().info(), Texts.inOneLine(e.getMessage())
          });
      return 0;
    }
    return value == null ? 0 : wholeNumber(value, what, activity);
  }

  private long wholeNumber(Object value, String what, Activity activity) {
    if (value instanceof Short || value instanceof Integer || value instanceof Long) {
      return ((Number) value).longValue();
    }
    throw failed(
        "evaluate " + what + " of " + activity.node().info(),
        value instanceof Number
            ? "Priority value must be either Short, Integer, or Long"
            : "Priority value is not an Integer",
        null);
  }

  private <T> T attempt(Supplier<T> evaluation, String what, FlowNode node) {
    try {
      return evaluation.get();
    } catch (ExpressionException e) {
      throw failed("evaluate " + what + " of " + node.info(), e.getMessage(), e);
    }
  }

  ProcessEngineException failed(String attempt, String reason, Exception cause) {
    return new ProcessEngineException(
        "Cannot %s in process '%s': %s".formatted(attempt, running.model().key(), reason), cause);
  }

  private Names within(Activity activity) {
    return names(activity, Moment.WITHIN, activity.id());
  }

  private Names names(Activity activity, Moment moment, String innermostScope) {
    return ExecutionNames.of(activity, moment, innermostScope)
        .orElse(Values.names(running.variables(), running.activities().scopesFrom(innermostScope)));
  }
}
