package dev.outwork.engine.bpmn.reader;

import java.util.Optional;
import java.util.Set;

/** An event-based gateway leads to events that no other flow leads to. */
final class EventBasedGatewayRules implements Rule {
  private static final Set<String> EVENTS =
      Set.of(
          "messageEventDefinition",
          "timerEventDefinition",
          "signalEventDefinition",
          "conditionalEventDefinition");

  private final Problems problems;

  EventBasedGatewayRules(Problems problems) {
    this.problems = problems;
  }

  @Override
  public void check(Scope scope) {
    for (Element gateway : scope.nodes("eventBasedGateway")) {
      if (scope.outgoing(gateway).isEmpty()) {
        problems.add(gateway, "leads to no event");
      }
      for (Element flow : scope.outgoing(gateway)) {
        scope.node(flow.reference("targetRef")).ifPresent(node -> check(scope, gateway, node));
        checkListeners(gateway, flow);
      }
    }
  }

  private void checkListeners(Element gateway, Element flow) {
    if (!CodeSteps.of(flow).isEmpty()) {
      problems.add(
          flow,
          "has a listener that is code, but comes after %s, from which no token goes along it: put it on the event"
              .formatted(gateway),
          gateway);
    }
  }

  private void check(Scope scope, Element gateway, Element node) {
    Optional<String> obstacle = obstacle(scope, node);
    obstacle.ifPresent(
        reason -> problems.add(node, "comes after %s, but %s".formatted(gateway, reason), gateway));
  }

  /** The reason why the gateway cannot wait in place of the node. */
  private static Optional<String> obstacle(Scope scope, Element node) {
    if (!isEvent(node) && !node.is("receiveTask")) {
      return Optional.of(
          "must be a message, timer, signal or conditional catch event, or a receive task");
    }
    if (scope.incoming(node).size() > 1) {
      return Optional.of("other flows lead to it, too");
    }
    if (node.isTrue("camunda:asyncBefore") || node.isTrue("camunda:async")) {
      return Optional.of("is asynchronous: write camunda:asyncBefore at the gateway");
    }
    return node.is("receiveTask") ? obstacleOfTask(scope, node) : Optional.empty();
  }

  private static Optional<String> obstacleOfTask(Scope scope, Element task) {
    if (task.given("messageRef") == null) {
      return Optional.of("has no message that it waits for");
    }
    if (!scope.boundaryEvents(task).isEmpty()) {
      return Optional.of("has boundary events, although no token waits there");
    }
    return Scope.isMultiInstance(task) ? Optional.of("is multi-instance") : Optional.empty();
  }

  private static boolean isEvent(Element node) {
    return node.is("intermediateCatchEvent")
        && EventDefinitions.first(node)
            .filter(definition -> EVENTS.contains(definition.kind()))
            .isPresent();
  }
}
