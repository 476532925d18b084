package dev.outwork.engine.bpmn.reader;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** No two events at the same place have the same trigger; of equal errors the first one catches. */
final class CatchOnceRules implements Rule {
  private final Problems problems;
  private final Map<String, Function<Element, Optional<String>>> namesOfWhatIsCaught;

  CatchOnceRules(Problems problems, Declarations declarations) {
    this.problems = problems;
    // Equal timers or conditions are allowed: each one occurs by itself.
    this.namesOfWhatIsCaught =
        Map.of(
            "errorEventDefinition",
                definition -> Optional.of(declarations.errorCode(definition).orElse("")),
            "escalationEventDefinition",
                definition ->
                    Optional.of(
                        declarations
                            .referredToBy(definition, "escalationRef", "escalation")
                            .map(escalation -> escalation.given("escalationCode"))
                            .orElse("")),
            "messageEventDefinition",
                definition ->
                    declarations
                        .referredToBy(definition, "messageRef", "message")
                        .map(message -> message.given("name")),
            "signalEventDefinition",
                definition ->
                    declarations
                        .referredToBy(definition, "signalRef", "signal")
                        .map(signal -> signal.given("name")),
            "cancelEventDefinition", definition -> Optional.of(""),
            "compensateEventDefinition", definition -> Optional.of(""));
  }

  @Override
  public void check(Scope scope) {
    if (scope.element().is("process")) {
      check(scope.element(), scope.startEvents());
    }
    check(
        scope.element(),
        scope.nodes("subProcess").stream()
            .filter(Scope::isEventSubProcess)
            .flatMap(subProcess -> subProcess.child("startEvent").stream())
            .toList());
    for (Element node : scope.nodes()) {
      check(node, scope.boundaryEvents(node));
    }
    for (Element gateway : scope.nodes("eventBasedGateway")) {
      check(gateway, eventsAfter(scope, gateway).toList());
    }
  }

  private static Stream<Element> eventsAfter(Scope scope, Element gateway) {
    return scope.outgoing(gateway).stream()
        .flatMap(flow -> scope.node(flow.reference("targetRef")).stream());
  }

  private void check(Element place, List<Element> events) {
    Map<String, Element> caught = new HashMap<>();
    for (Element event : events) {
      whatIsCaught(event)
          .map(key -> caught.putIfAbsent(key, event))
          .filter(first -> first != event)
          .ifPresent(first -> tell(event, first, place));
    }
  }

  private void tell(Element event, Element first, Element place) {
    String same = "catches the same event as %s at %s".formatted(first, place);
    if (EventDefinitions.has(event, "errorEventDefinition")) {
      problems.warn(
          event, same + ", which comes first in the document: it is never triggered", first);
    } else {
      problems.add(event, same, first, place);
    }
  }

  private Optional<String> whatIsCaught(Element event) {
    return EventDefinitions.first(event)
        .filter(definition -> namesOfWhatIsCaught.containsKey(definition.kind()))
        .flatMap(
            definition ->
                namesOfWhatIsCaught
                    .get(definition.kind())
                    .apply(definition)
                    .map(name -> definition.kind() + " " + name));
  }
}
