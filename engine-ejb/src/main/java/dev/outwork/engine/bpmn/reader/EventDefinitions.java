package dev.outwork.engine.bpmn.reader;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The kinds of events: position and event definition. */
final class EventDefinitions {
  private static final String NONE = "none";

  /**
   * The activity types of the REST API by event and event definition; all others are not supported.
   */
  private static final Map<String, Map<String, String>> TYPES =
      Map.of(
          "startEvent",
          Map.of(
              NONE,
              "startEvent",
              "messageEventDefinition",
              "messageStartEvent",
              "timerEventDefinition",
              "startTimerEvent",
              "signalEventDefinition",
              "signalStartEvent",
              "conditionalEventDefinition",
              "conditionalStartEvent",
              "errorEventDefinition",
              "errorStartEvent",
              "escalationEventDefinition",
              "escalationStartEvent",
              "compensateEventDefinition",
              "compensationStartEvent"),
          "intermediateCatchEvent",
          Map.of(
              "messageEventDefinition", "intermediateMessageCatch",
              "timerEventDefinition", "intermediateTimer",
              "signalEventDefinition", "intermediateSignalCatch",
              "conditionalEventDefinition", "intermediateConditional",
              "linkEventDefinition", "intermediateLinkCatch"),
          "intermediateThrowEvent",
          Map.of(
              NONE,
              "intermediateNoneThrowEvent",
              "messageEventDefinition",
              "intermediateMessageThrowEvent",
              "signalEventDefinition",
              "intermediateSignalThrow",
              "escalationEventDefinition",
              "intermediateEscalationThrowEvent",
              "compensateEventDefinition",
              "intermediateCompensationThrowEvent",
              "linkEventDefinition",
              "intermediateLinkThrow"),
          "endEvent",
          Map.of(
              NONE,
              "noneEndEvent",
              "messageEventDefinition",
              "messageEndEvent",
              "signalEventDefinition",
              "signalEndEvent",
              "errorEventDefinition",
              "errorEndEvent",
              "escalationEventDefinition",
              "escalationEndEvent",
              "compensateEventDefinition",
              "compensationEndEvent",
              "cancelEventDefinition",
              "cancelEndEvent",
              "terminateEventDefinition",
              "terminateEndEvent"),
          "boundaryEvent",
          Map.of(
              "messageEventDefinition", "boundaryMessage",
              "timerEventDefinition", "boundaryTimer",
              "signalEventDefinition", "boundarySignal",
              "conditionalEventDefinition", "boundaryConditional",
              "errorEventDefinition", "boundaryError",
              "escalationEventDefinition", "boundaryEscalation",
              "compensateEventDefinition", "compensationBoundaryCatch",
              "cancelEventDefinition", "cancelBoundaryCatch"));

  private EventDefinitions() {}

  static boolean isEvent(Element node) {
    return TYPES.containsKey(node.kind());
  }

  /** All event definitions of an event; more than one is refused. */
  static List<Element> of(Element event) {
    return event.children().stream()
        .filter(child -> child.kind().endsWith("EventDefinition"))
        .filter(child -> !child.kind().startsWith("camunda:"))
        .toList();
  }

  /** Empty for a none event. */
  static Optional<Element> first(Element event) {
    return of(event).stream().findFirst();
  }

  static boolean has(Element event, String definition) {
    return first(event).filter(first -> first.is(definition)).isPresent();
  }

  /** Empty if it is not supported. */
  static Optional<String> activityType(Element event) {
    String definition = first(event).map(Element::kind).orElse(NONE);
    if (isPassedThrough(event)) {
      return Optional.of(event.is("endEvent") ? "endEvent" : "intermediateNoneThrowEvent");
    }
    return Optional.ofNullable(TYPES.get(event.kind()).get(definition));
  }

  /** Whether a message throw event has no implementation, so that nothing happens. */
  static boolean isPassedThrough(Element event) {
    return (event.is("intermediateThrowEvent") || event.is("endEvent"))
        && first(event)
            .filter(definition -> definition.is("messageEventDefinition"))
            .filter(definition -> !ExternalActivityReader.isImplemented(definition))
            .isPresent();
  }
}
