package dev.outwork.engine.bpmn.reader;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Code around a node that can become steps of it: listeners, and scripts of parameters; and
 * listeners of sequence flows. What is not among them stays refused, because a token cannot wait
 * for it, or not without changing what the model means.
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

  /** Each piece of code around a node that has become work, in document order. */
  static List<Element> of(Element node) {
    return candidates(node).filter(code -> code.work().isPresent()).toList();
  }

  /** Each piece of code around a node that could become work, in document order. */
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

  /** The event at which the code of a node is to be done; empty if it cannot be waited for. */
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
      // What it waits for could happen while it waits for the listener.
      case "intermediateCatchEvent", "receiveTask" -> END.equals(event);
      // What it throws leaves it before it has ended.
      case "endEvent", "intermediateThrowEvent" ->
          START.equals(event) || (END.equals(event) && !throwsAway(node));
      // The way is chosen before the gateway ends.
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
