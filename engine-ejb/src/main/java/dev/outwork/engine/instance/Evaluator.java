package dev.outwork.engine.instance;

import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.bpmn.Expression;
import dev.outwork.engine.bpmn.ExpressionException;
import dev.outwork.engine.bpmn.ExternalActivity;
import dev.outwork.engine.bpmn.FlowNode;
import dev.outwork.engine.bpmn.InputOutput;
import dev.outwork.engine.bpmn.Names;
import dev.outwork.engine.bpmn.ProcessModel;
import dev.outwork.engine.bpmn.SequenceFlow;
import dev.outwork.engine.variable.Values;
import dev.outwork.engine.variable.Variables;
import java.util.List;

/**
 * Evaluates the expressions of a model as an activity sees them; what fails names the element and
 * the reason.
 */
public final class Evaluator {
  private static final int MAX_TOPIC_LENGTH = 255;

  private final Instance instance;
  private final ProcessModel model;
  private final Activities activities;
  private final Variables variables;

  Evaluator(Instance instance, ProcessModel model, Activities activities, Variables variables) {
    this.instance = instance;
    this.model = model;
    this.activities = activities;
    this.variables = variables;
  }

  /** The names that an expression sees from an activity. */
  public Names names(Activity activity) {
    return names(activities.scopesFrom(activity.id()));
  }

  /** The value of an input parameter, which sees what surrounds the activity and no other input. */
  TypedValue input(InputOutput.Parameter parameter, FlowNode node, Activity activity) {
    return value(parameter, node, names(activities.scopesFrom(activity.parentId())));
  }

  /** The value of an output parameter, which sees the activity's own variables as well. */
  TypedValue output(InputOutput.Parameter parameter, FlowNode node, Activity activity) {
    return value(parameter, node, names(activity));
  }

  boolean holds(SequenceFlow flow, Activity activity) {
    if (flow.condition() == null) {
      return true;
    }
    try {
      return flow.condition().holds(names(activity));
    } catch (ExpressionException e) {
      throw failed(
          "evaluate the condition of sequence flow '" + flow.id() + "'", e.getMessage(), e);
    }
  }

  WorkOrder workOrder(ExternalActivity external, Activity activity) {
    return new WorkOrder(
        activity.id(),
        external.id(),
        topic(external, activity),
        priority(external, activity),
        activities.scopesFrom(activity.id()));
  }

  ProcessEngineException failed(String attempt, String reason, Exception cause) {
    return new ProcessEngineException(
        "Cannot %s in process '%s': %s".formatted(attempt, model.key(), reason), cause);
  }

  private String topic(ExternalActivity external, Activity activity) {
    Object topic = evaluate(external.topic(), "the topic", external, names(activity));
    if (topic == null) {
      return null;
    }
    if (!(topic instanceof String name)) {
      throw failed("create an external task for " + external.info(), "its topic is no text", null);
    }
    if (name.length() > MAX_TOPIC_LENGTH) {
      throw new ProcessEngineException(
          "Cannot create an external task for %s in process '%s': its topic has %d characters, at most %d are possible"
              .formatted(external.info(), model.key(), name.length(), MAX_TOPIC_LENGTH),
          ProcessEngineException.VALUE_TOO_LONG,
          null);
    }
    return name;
  }

  private long priority(ExternalActivity external, Activity activity) {
    if (external.priority() == null) {
      return 0;
    }
    Object priority = evaluate(external.priority(), "the task priority", external, names(activity));
    if (external.priority().isConstant()) {
      return Long.parseLong((String) priority);
    }
    if (priority instanceof Short || priority instanceof Integer || priority instanceof Long) {
      return ((Number) priority).longValue();
    }
    throw failed(
        "create an external task for " + external.info(), "its priority is no whole number", null);
  }

  private TypedValue value(InputOutput.Parameter parameter, FlowNode node, Names names) {
    return Values.fromExpression(
        evaluate(parameter.value(), "parameter '" + parameter.name() + "'", node, names));
  }

  private Names names(List<String> scopes) {
    return Values.names(variables, scopes).orElse(ExecutionNames.of(instance));
  }

  private Object evaluate(Expression expression, String what, FlowNode node, Names names) {
    try {
      return expression.evaluate(names);
    } catch (ExpressionException e) {
      throw failed("evaluate " + what + " of " + node.info(), e.getMessage(), e);
    }
  }
}
