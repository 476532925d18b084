package dev.outwork.engine.bpmn.reader;

import dev.outwork.engine.bpmn.Assignments;
import dev.outwork.engine.bpmn.Assignments.Event;
import dev.outwork.engine.expression.Expression;
import dev.outwork.engine.expression.ExpressionException;
import dev.outwork.engine.expression.VariableAssignment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads expressions of execution listeners and tasks that set a variable, or run no code. */
final class AssignmentReader {
  private static final String EXPRESSION = "expression";
  private static final String TASK_EXPRESSION = "camunda:expression";
  private static final Set<String> TASKS = Set.of("serviceTask", "sendTask", "businessRuleTask");

  /** Activities that always are scopes of their own. */
  private static final Set<String> SCOPES =
      Set.of("process", "subProcess", "transaction", "callActivity", "receiveTask");

  private final ExpressionReader texts;

  AssignmentReader(ExpressionReader texts) {
    this.texts = texts;
  }

  /** Whether an execution listener only sets a variable. */
  static boolean isListener(Element listener) {
    return listener.is("camunda:executionListener")
        && listener.work().isEmpty()
        && VariableAssignment.isOne(listener.attribute(EXPRESSION))
        && listener.attributes().stream()
            .allMatch(attribute -> Set.of(EXPRESSION, "event", "id").contains(attribute.key()));
  }

  /** Whether the expression of a task only sets a variable, or runs no code. */
  static boolean isTask(Element node) {
    String text = node.given(TASK_EXPRESSION);
    return TASKS.contains(node.kind())
        && text != null
        && node.given("camunda:class") == null
        && node.given("camunda:delegateExpression") == null
        && !ExternalActivityReader.isExternal(node)
        && node.work().isEmpty()
        && (VariableAssignment.isOne(text) || isPlain(text));
  }

  /** Whether its value becomes the variable {@code camunda:resultVariable}. */
  static boolean hasResult(Element node) {
    return isTask(node) && !VariableAssignment.isOne(node.given(TASK_EXPRESSION));
  }

  private static boolean isPlain(String text) {
    try {
      return Expression.parse(text).isPlain();
    } catch (ExpressionException code) {
      return false;
    }
  }

  /** The assignment of a task; empty if it is refused. */
  Optional<VariableAssignment> ofTask(Element node) {
    String text = node.given(TASK_EXPRESSION);
    if (VariableAssignment.isOne(text)) {
      return read(node, text, true);
    }
    Expression result = texts.attribute(node, node, "camunda:resultVariable");
    return texts
        .expression(node, "a camunda:expression", text)
        .map(value -> new VariableAssignment(text, result, value, false));
  }

  /** The assignments of all listeners of a process. */
  Assignments of(Scope process) {
    Map<String, List<VariableAssignment>> byPlace = new LinkedHashMap<>();
    listeners(process.element())
        .forEach(listener -> addAtNode(process, process.element(), listener, byPlace));
    process.withScopesInside().forEach(scope -> add(scope, byPlace));
    return byPlace.isEmpty() ? Assignments.NONE : new Assignments(byPlace);
  }

  private void add(Scope scope, Map<String, List<VariableAssignment>> byPlace) {
    for (Element node : scope.nodes()) {
      listeners(node).forEach(listener -> addAtNode(scope, node, listener, byPlace));
    }
    for (Element flow : scope.flows()) {
      // A flow has no other event, whatever the model says.
      listeners(flow)
          .forEach(listener -> add(flow, flow.idOrPlace(), Event.TAKE, listener, byPlace));
    }
  }

  private static List<Element> listeners(Element element) {
    return element
        .extensions("camunda:executionListener")
        .filter(AssignmentReader::isListener)
        .toList();
  }

  private void addAtNode(
      Scope scope, Element node, Element listener, Map<String, List<VariableAssignment>> byPlace) {
    String event = listener.given("event");
    if ("start".equals(event)) {
      add(node, node.id(), Event.START, listener, byPlace);
    } else if (!"end".equals(event)) {
      texts
          .problems()
          .add(
              node,
              "has an execution listener for the event '%s': write start or end".formatted(event));
    } else if (scope.outgoing(node).stream()
        .anyMatch(flow -> flow.child("conditionExpression").isPresent())) {
      texts
          .problems()
          .add(
              node,
              "has an execution listener that sets a variable at its end, after the conditions of its flows are evaluated:"
                  + " set it at the start, or by an output parameter");
    } else {
      add(node, node.id(), Event.END, listener, byPlace);
    }
  }

  private void add(
      Element owner,
      String elementId,
      Event event,
      Element listener,
      Map<String, List<VariableAssignment>> byPlace) {
    read(owner, listener.attribute(EXPRESSION), event != Event.TAKE)
        .ifPresent(
            assignment ->
                byPlace
                    .computeIfAbsent(
                        Assignments.place(elementId, event), place -> new ArrayList<>())
                    .add(assignment));
  }

  private Optional<VariableAssignment> read(Element owner, String text, boolean mayBeLocal) {
    Optional<VariableAssignment> read = texts.assignment(owner, text);
    if (read.filter(VariableAssignment::local).isPresent() && !(mayBeLocal && isScope(owner))) {
      texts
          .problems()
          .add(
              owner,
              "sets a local variable, but has no scope of its own: write execution.setVariable");
      return Optional.empty();
    }
    return read;
  }

  /** Whether local variables of this activity are invisible to all others. */
  private static boolean isScope(Element node) {
    return SCOPES.contains(node.kind())
        || ExternalActivityReader.isExternal(node)
        || node.extensions("camunda:inputOutput").findAny().isPresent();
  }
}
