package dev.outwork.engine.dmn;

import camundajar.impl.scala.Option;
import camundajar.impl.scala.Some;
import camundajar.impl.scala.collection.Iterable;
import camundajar.impl.scala.jdk.javaapi.CollectionConverters;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.context.CustomContext;
import org.camunda.feel.context.VariableProvider;
import org.operaton.bpm.dmn.feel.impl.FeelEngine;
import org.operaton.bpm.engine.variable.context.VariableContext;
import org.operaton.bpm.engine.variable.value.TypedValue;

/** FEEL within one evaluation of a decision, with a limited number of steps. */
final class FeelSteps implements FeelEngine {
  /** Number of name look-ups. */
  static final int MAX_STEPS = 1_000_000;

  private static final String TOO_MANY_STEPS = "it takes more than %d steps".formatted(MAX_STEPS);

  private final Feel feel;
  private int steps;

  FeelSteps(Feel feel) {
    this.feel = feel;
  }

  @Override
  @SuppressWarnings("unchecked")
  public <T> T evaluateSimpleExpression(String expression, VariableContext variables) {
    return (T)
        result(
            expression, Feel.ENGINE.evaluate(feel.expression(expression), new Context(variables)));
  }

  @Override
  public boolean evaluateSimpleUnaryTests(
      String expression, String inputName, VariableContext variables) {
    Object input = variables.containsVariable(inputName) ? value(variables, inputName) : null;
    return Boolean.TRUE.equals(
        result(
            expression,
            Feel.ENGINE.evaluateWithInput(
                feel.unaryTests(expression), input, new Context(variables))));
  }

  // The library's reason quotes values, and it keeps only the message of an exception.
  private Object result(String expression, EvaluationResult evaluated) {
    if (evaluated.isSuccess()) {
      return evaluated.result();
    }
    throw new DecisionException(
        steps > MAX_STEPS
            ? TOO_MANY_STEPS
            : "expression '%s' has no result".formatted(expression.strip()));
  }

  private static Object value(VariableContext variables, String name) {
    TypedValue value = variables.resolve(name);
    return value == null ? null : value.getValue();
  }

  private void step() {
    if (++steps > MAX_STEPS) {
      throw new DecisionException(TOO_MANY_STEPS);
    }
  }

  private final class Context extends CustomContext {
    private final VariableContext variables;

    Context(VariableContext variables) {
      this.variables = variables;
    }

    @Override
    public VariableProvider variableProvider() {
      return new Variables(variables);
    }
  }

  private final class Variables implements VariableProvider {
    private final VariableContext variables;

    Variables(VariableContext variables) {
      this.variables = variables;
    }

    @Override
    public Option<Object> getVariable(String name) {
      step();
      return variables.containsVariable(name) ? new Some<>(value(variables, name)) : Option.empty();
    }

    @Override
    public Iterable<String> keys() {
      return CollectionConverters.asScala(variables.keySet());
    }
  }
}
