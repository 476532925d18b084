package dev.outwork.engine.bpmn.reader;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Determines which code around a node can become its steps: listeners, and scripts of parameters;
 * and listeners of sequence flows. All other code stays refused, because a token cannot wait for
 * it, or only by changing the meaning of the model.
 */
final class CodeSteps {
  static final String INPUT = "input";
  static final String START = "start";
  static final String CREATE = "create";
  static final String COMPLETE = "complete";
  static final String END = "end";
  static final String OUTPUT = "output";
  static final String TAKE = "take";

  private static final Set<String> ACTIVITIES =
      Set.of(
          "task",
          "manualTask",
          "serviceTask",
          "sendTask",
          "businessRuleTask",
          "scriptTask",
          "userTask",
          "callActivity",
          "subProcess",
          "transaction");

  private CodeSteps() {}

  /** The code around a node that has become external tasks, in document order. */
  static List<Element> of(Element node) {
    return candidates(node).filter(code -> code.work().isPresent()).toList();
  }

  /** The code around a node that could become external tasks, in document order. */
  static Stream<Element> candidates(Element node) {
    Stream<Element> listeners =
        node.extensions()
            .filter(
                extension ->
                    extension.is("camunda:executionListener")
                        || extension.is("camunda:taskListener"));
    Stream<Element> scripts =
        node.extensions("camunda:inputOutput")
            .flatMap(inputOutput -> inputOutput.children().stream())
            .flatMap(parameter -> parameter.children("camunda:script"));
    return Stream.concat(listeners, scripts);
  }

  /** The event that triggers the code of a node; empty if a token cannot wait there. */
  static Optional<String> event(Element node, Element code) {
    if (node.is("sequenceFlow")) {
      // There is no other event, whatever is written.
      return Optional.of(TAKE).filter(take -> code.is("camunda:executionListener"));
    }
    String event = code.is("camunda:script") ? direction(code) : code.given("event");
    boolean canWait =
        switch (code.kind()) {
          case "camunda:executionListener" -> executionCanWait(node, event);
          case "camunda:taskListener" ->
              node.is("userTask") && (CREATE.equals(event) || COMPLETE.equals(event));
          default -> ACTIVITIES.contains(node.kind()) && isAlone(code);
        };
    return canWait ? Optional.of(event) : Optional.empty();
  }

  private static String direction(Element script) {
    return script.parent().filter(parent -> parent.is("camunda:inputParameter")).isPresent()
        ? INPUT
        : OUTPUT;
  }

  private static boolean isAlone(Element script) {
    return script
        .parent()
        .filter(parent -> parent.children().size() == 1 && parent.given("name") != null)
        .isPresent();
  }

  private static boolean executionCanWait(Element node, String event) {
    if (ACTIVITIES.contains(node.kind()) && !Scope.isEventSubProcess(node)) {
      return START.equals(event) || END.equals(event);
    }
    return switch (node.kind()) {
      case "process", "startEvent", "boundaryEvent" -> START.equals(event) || END.equals(event);
      // The trigger could occur while the listener runs.
      case "intermediateCatchEvent", "receiveTask" -> END.equals(event);
      // The thrown event leaves the node before the node ends.
      case "endEvent", "intermediateThrowEvent" ->
          START.equals(event) || (END.equals(event) && !throwsAway(node));
      // The flow is selected before the gateway ends.
      case "exclusiveGateway" -> START.equals(event);
      default -> false;
    };
  }

  private static boolean throwsAway(Element event) {
    return EventDefinitions.first(event)
        .filter(
            definition ->
                !definition.is("messageEventDefinition") && !definition.is("signalEventDefinition"))
        .isPresent();
  }
}
