package dev.outwork.engine.bpmn.reader;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Maps activities of a scope to their compensation handlers: a compensation boundary event on the
 * activity is associated with the handler.
 */
final class Compensations {
  private final List<Element> events;
  private final Map<String, List<Element>> associationsBySource;
  private final Map<String, List<Element>> eventsByHandler = new HashMap<>();

  Compensations(List<Element> boundaryEvents, Map<String, List<Element>> associationsBySource) {
    this.events =
        boundaryEvents.stream()
            .filter(event -> EventDefinitions.has(event, "compensateEventDefinition"))
            .toList();
    this.associationsBySource = associationsBySource;
    for (Element event : events) {
      for (String handler : handlerIdsOf(event)) {
        eventsByHandler.computeIfAbsent(handler, id -> new ArrayList<>()).add(event);
      }
    }
  }

  /** The compensation boundary events. */
  List<Element> events() {
    return events;
  }

  /** The targets of the associations of a compensation boundary event; there should be one. */
  List<String> handlerIdsOf(Element event) {
    return associationsBySource.getOrDefault(String.valueOf(event.id()), List.of()).stream()
        .map(association -> String.valueOf(association.reference("targetRef")))
        .toList();
  }

  /** The compensation boundary events associated with a node; there should be one. */
  List<Element> eventsOf(Element handler) {
    return eventsByHandler.getOrDefault(String.valueOf(handler.id()), List.of());
  }

  /** Id of the activity of a compensation handler; null for every other node. */
  String compensatedBy(Element node) {
    if (!isHandler(node)) {
      return null;
    }
    return eventsOf(node).stream()
        .findFirst()
        .map(event -> event.reference("attachedToRef"))
        .orElse(null);
  }

  static boolean isHandler(Element node) {
    return node.isTrue("isForCompensation");
  }
}
