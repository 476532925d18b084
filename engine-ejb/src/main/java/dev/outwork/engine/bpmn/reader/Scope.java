package dev.outwork.engine.bpmn.reader;

import dev.outwork.engine.bpmn.MultiInstance;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The direct content of a process or sub-process: its nodes and sequence flows. */
final class Scope {
  private final Element element;
  private final Scope outer;
  private final List<Element> nodes;
  private final List<Element> flows;
  private final Map<String, Element> nodesById;
  private final Map<String, List<Element>> flowsBySource;
  private final Map<String, List<Element>> flowsByTarget;
  private final Map<String, List<Element>> boundaryEvents;
  private final Map<String, List<Element>> associations;
  private final Map<String, List<Element>> linkCatchEvents;
  private final Compensations compensations;

  private Scope(Element element, Scope outer, Map<String, List<Element>> associations) {
    this.element = element;
    this.outer = outer;
    this.associations = associations;
    this.nodes = element.children().stream().filter(Whitelist::isFlowNode).toList();
    this.flows = element.children("sequenceFlow").toList();
    this.nodesById =
        nodes.stream()
            .filter(node -> node.id() != null)
            .collect(Collectors.toMap(Element::id, Function.identity(), (first, second) -> first));
    this.flowsBySource = by("sourceRef", flows);
    this.flowsByTarget = by("targetRef", flows);
    this.boundaryEvents = by("attachedToRef", nodes("boundaryEvent"));
    this.linkCatchEvents =
        nodes("intermediateCatchEvent").stream()
            .filter(LinkRules::isLink)
            .collect(Collectors.groupingBy(LinkRules::nameOf));
    this.compensations = new Compensations(nodes("boundaryEvent"), associations);
  }

  static Scope of(Element process) {
    // An association may connect nodes of any scope, wherever it is.
    List<Element> associations =
        process.withDescendants().filter(element -> element.is("association")).toList();
    return new Scope(process, null, by("sourceRef", associations));
  }

  private static Map<String, List<Element>> by(String reference, List<Element> elements) {
    return elements.stream()
        .filter(element -> element.reference(reference) != null)
        .collect(Collectors.groupingBy(element -> element.reference(reference)));
  }

  Element element() {
    return element;
  }

  /** This scope and all inner scopes, in document order. */
  Stream<Scope> withScopesInside() {
    return Stream.concat(
        Stream.of(this),
        nodes.stream().flatMap(node -> inside(node).stream()).flatMap(Scope::withScopesInside));
  }

  /** In document order, like all lists of a scope. */
  List<Element> nodes() {
    return nodes;
  }

  List<Element> nodes(String kind) {
    return nodes.stream().filter(node -> node.is(kind)).toList();
  }

  /** Empty if none of its nodes has this id. */
  Optional<Element> node(String id) {
    return Optional.ofNullable(id).map(nodesById::get);
  }

  List<Element> flows() {
    return flows;
  }

  List<Element> startEvents() {
    return nodes("startEvent");
  }

  /** The boundary events of an activity. */
  List<Element> boundaryEvents(Element activity) {
    return boundaryEvents.getOrDefault(String.valueOf(activity.id()), List.of());
  }

  /** The link catch events of this link name; there should be one. */
  List<Element> linksTo(String name) {
    return linkCatchEvents.getOrDefault(name, List.of());
  }

  Compensations compensations() {
    return compensations;
  }

  List<Element> outgoing(Element node) {
    return flowsBySource.getOrDefault(String.valueOf(node.id()), List.of());
  }

  List<Element> incoming(Element node) {
    return flowsByTarget.getOrDefault(String.valueOf(node.id()), List.of());
  }

  /** The id at which a token enters the node: that of the body if it is multi-instance. */
  String entryOf(String id) {
    return node(id)
        .filter(Scope::isMultiInstance)
        .map(node -> id + MultiInstance.SUFFIX)
        .orElse(id);
  }

  /** The scope of a sub-process; empty for other nodes. */
  Optional<Scope> inside(Element node) {
    return isSubProcess(node) ? Optional.of(new Scope(node, this, associations)) : Optional.empty();
  }

  /** The surrounding scope; empty for a process. */
  Optional<Scope> outer() {
    return Optional.ofNullable(outer);
  }

  static boolean isSubProcess(Element node) {
    return node.is("subProcess") || node.is("transaction");
  }

  static boolean isEventSubProcess(Element node) {
    return node.is("subProcess") && node.isTrue("triggeredByEvent");
  }

  /** Whether it is the compensation handler of the sub-process that contains it. */
  static boolean isCompensationSubProcess(Element node) {
    return isEventSubProcess(node)
        && node.child("startEvent")
            .filter(start -> EventDefinitions.has(start, "compensateEventDefinition"))
            .isPresent();
  }

  static boolean isMultiInstance(Element node) {
    return node.child("multiInstanceLoopCharacteristics").isPresent();
  }
}
