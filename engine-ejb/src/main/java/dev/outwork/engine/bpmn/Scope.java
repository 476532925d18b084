package dev.outwork.engine.bpmn;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What stands directly in a process or sub-process: its nodes, and the sequence flows between them.
 */
final class Scope {
  private final Element element;
  private final List<Element> nodes;
  private final List<Element> flows;
  private final Map<String, List<Element>> flowsBySource;
  private final Map<String, List<Element>> flowsByTarget;

  Scope(Element element) {
    this.element = element;
    this.nodes = element.children().stream().filter(Whitelist::isFlowNode).toList();
    this.flows = element.children("sequenceFlow").toList();
    this.flowsBySource = by("sourceRef");
    this.flowsByTarget = by("targetRef");
  }

  private Map<String, List<Element>> by(String reference) {
    return flows.stream()
        .filter(flow -> flow.reference(reference) != null)
        .collect(Collectors.groupingBy(flow -> flow.reference(reference)));
  }

  Element element() {
    return element;
  }

  List<Element> nodes() {
    return nodes;
  }

  List<Element> flows() {
    return flows;
  }

  List<Element> startEvents() {
    return nodes.stream().filter(node -> node.is("startEvent")).toList();
  }

  /** In document order. */
  List<Element> outgoing(Element node) {
    return flowsBySource.getOrDefault(String.valueOf(node.id()), List.of());
  }

  List<Element> incoming(Element node) {
    return flowsByTarget.getOrDefault(String.valueOf(node.id()), List.of());
  }

  /** The sub-processes in it that can be looked into. */
  List<Scope> inner() {
    return nodes.stream().filter(Scope::isSubProcess).map(Scope::new).toList();
  }

  static boolean isSubProcess(Element node) {
    return node.is("subProcess") && !node.isTrue("triggeredByEvent");
  }
}
