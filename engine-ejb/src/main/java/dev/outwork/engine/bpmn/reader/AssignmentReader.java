package dev.outwork.engine.bpmn.reader;

import dev.outwork.engine.bpmn.Assignments;
import dev.outwork.engine.bpmn.Assignments.Event;
import dev.outwork.engine.expression.Assignment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads expressions that set a variable: of execution listeners and of service tasks. */
final class AssignmentReader {
  private static final String EXPRESSION = "expression";

  /** Activities that are scopes of their own, whatever they have. */
  private static final Set<String> SCOPES =
      Set.of("process", "subProcess", "transaction", "callActivity", "receiveTask");

  private final Texts texts;

  AssignmentReader(Texts texts) {
    this.texts = texts;
  }

  /** Whether an execution listener does nothing but set a variable. */
  static boolean isListener(Element listener) {
    return listener.is("camunda:executionListener")
        && listener.work().isEmpty()
        && Assignment.isOne(listener.attribute(EXPRESSION))
        && listener.attributes().stream()
            .allMatch(attribute -> Set.of(EXPRESSION, "event", "id").contains(attribute.key()));
  }

  /** Whether a service task does nothing but set a variable. */
  static boolean isTask(Element node) {
    return node.is("serviceTask")
        && !ExternalActivityReader.isExternal(node)
        && node.work().isEmpty()
        && Assignment.isOne(node.given("camunda:expression"));
  }

  /** Of a service task; empty if it is refused. */
  Optional<Assignment> ofTask(Element node) {
    return read(node, node.given("camunda:expression"), true);
  }

  /** Of all listeners of a process. */
  Assignments of(Scope process) {
    Map<String, List<Assignment>> byPlace = new LinkedHashMap<>();
    listeners(process.element())
        .forEach(listener -> addAtNode(process, process.element(), listener, byPlace));
    process.withScopesInside().forEach(scope -> add(scope, byPlace));
    return byPlace.isEmpty() ? Assignments.NONE : new Assignments(byPlace);
  }

  private void add(Scope scope, Map<String, List<Assignment>> byPlace) {
    for (Element node : scope.nodes()) {
      listeners(node).forEach(listener -> addAtNode(scope, node, listener, byPlace));
    }
    for (Element flow : scope.flows()) {
      // On a flow there is no other event, whatever is written.
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
      Scope scope, Element node, Element listener, Map<String, List<Assignment>> byPlace) {
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
              "has an execution listener that sets a variable at its end, after the conditions of its flows were looked at:"
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
      Map<String, List<Assignment>> byPlace) {
    read(owner, listener.attribute(EXPRESSION), event != Event.TAKE)
        .ifPresent(
            assignment ->
                byPlace
                    .computeIfAbsent(
                        Assignments.place(elementId, event), place -> new ArrayList<>())
                    .add(assignment));
  }

  private Optional<Assignment> read(Element owner, String text, boolean mayBeLocal) {
    Optional<Assignment> read = texts.assignment(owner, text);
    if (read.filter(Assignment::local).isPresent() && !(mayBeLocal && isScope(owner))) {
      texts
          .problems()
          .add(
              owner,
              "sets a variable of its own, but has no scope of its own: write execution.setVariable");
      return Optional.empty();
    }
    return read;
  }

  /** Whether nothing else sees what is local to this activity. */
  private static boolean isScope(Element node) {
    return SCOPES.contains(node.kind())
        || ExternalActivityReader.isExternal(node)
        || node.extensions("camunda:inputOutput").findAny().isPresent();
  }
}
