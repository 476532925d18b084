package dev.outwork.engine.bpmn;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Checks how the elements of a process hang together. */
final class Structure {
  static final int MAX_NODES = 10_000;
  static final int MAX_NESTING = 30;

  private static final Set<String> CAN_BE_INTERRUPTED =
      Set.of("serviceTask", "sendTask", "businessRuleTask", "subProcess");

  private final Problems problems;
  private final Errors errors;
  private int nodes;

  Structure(Problems problems, Errors errors) {
    this.problems = problems;
    this.errors = errors;
  }

  void check(Element process) {
    nodes = 0;
    check(new Scope(process), 0);
    if (nodes > MAX_NODES) {
      problems.add(process, "has %d nodes; at most %d are allowed".formatted(nodes, MAX_NODES));
    }
  }

  private void check(Scope scope, int depth) {
    if (depth > MAX_NESTING) {
      problems.add(
          scope.element(), "is nested in more than %d sub-processes".formatted(MAX_NESTING));
      return;
    }
    nodes += scope.nodes().size();
    checkStart(scope);
    Map<String, Element> byId = byId(scope.nodes());
    scope.flows().forEach(flow -> checkFlow(flow, byId));
    scope.nodes().forEach(node -> checkNode(scope, node));
    checkBoundaryEvents(scope, byId);
    scope.inner().forEach(inner -> check(inner, depth + 1));
  }

  private static Map<String, Element> byId(List<Element> nodes) {
    return nodes.stream()
        .filter(node -> node.id() != null)
        .collect(Collectors.toMap(Element::id, Function.identity(), (first, second) -> first));
  }

  private void checkStart(Scope scope) {
    List<Element> starts = scope.startEvents();
    if (starts.isEmpty()) {
      problems.add(scope.element(), "has no start event");
    }
    for (Element another : starts.stream().skip(1).toList()) {
      problems.add(
          another,
          "is one too many: %s can have one start event only".formatted(scope.element()),
          scope.element());
    }
  }

  private void checkFlow(Element flow, Map<String, Element> nodes) {
    checkHasId(flow);
    checkEnd(flow, "sourceRef", "comes from", nodes);
    checkEnd(flow, "targetRef", "leads to", nodes);
  }

  private void checkEnd(Element flow, String end, String verb, Map<String, Element> nodes) {
    String id = flow.reference(end);
    if (id == null) {
      problems.add(flow, "has no " + end);
    } else if (!nodes.containsKey(id)) {
      problems.add(
          flow, "%s '%s', which is no node of %s".formatted(verb, id, flow.parent().orElseThrow()));
    }
  }

  private void checkNode(Scope scope, Element node) {
    checkHasId(node);
    if (node.is("startEvent") || node.is("boundaryEvent")) {
      refuseFlows(node, scope.incoming(node), "incoming");
    }
    if (node.is("endEvent")) {
      refuseFlows(node, scope.outgoing(node), "outgoing");
    }
    if (node.is("parallelGateway")) {
      refuseConditions(node, scope.outgoing(node));
    }
    if (node.is("exclusiveGateway")) {
      checkEveryWayHasACondition(node, scope.outgoing(node));
    }
    checkDefault(node, scope.outgoing(node));
  }

  private void checkHasId(Element element) {
    if (element.id() == null) {
      problems.add(element, "has no id");
    }
  }

  private void refuseFlows(Element node, List<Element> flows, String direction) {
    for (Element flow : flows) {
      problems.add(node, "cannot have an %s flow, but has %s".formatted(direction, flow), flow);
    }
  }

  private void refuseConditions(Element gateway, List<Element> flows) {
    for (Element flow : flows) {
      if (hasCondition(flow)) {
        problems.add(
            flow, "has a condition, but %s takes all its ways".formatted(gateway), gateway);
      }
    }
  }

  private void checkEveryWayHasACondition(Element gateway, List<Element> flows) {
    if (flows.size() < 2) {
      return;
    }
    for (Element flow : flows) {
      if (!hasCondition(flow) && !isDefault(flow, gateway)) {
        problems.add(
            flow,
            "has no condition and is not the default flow of %s: give it a condition or make it the default"
                .formatted(gateway),
            gateway);
      }
    }
  }

  private void checkDefault(Element node, List<Element> outgoing) {
    String id = node.reference("default");
    if (id == null) {
      return;
    }
    Optional<Element> flow = outgoing.stream().filter(each -> isDefault(each, node)).findFirst();
    if (flow.isEmpty()) {
      problems.add(
          node, "has the default flow '%s', which is none of its outgoing flows".formatted(id));
    } else if (hasCondition(flow.get())) {
      problems.add(
          flow.get(), "has a condition, but is the default flow of %s".formatted(node), node);
    }
  }

  private static boolean isDefault(Element flow, Element node) {
    return flow.id() != null && flow.id().equals(node.reference("default"));
  }

  private static boolean hasCondition(Element flow) {
    return flow.children("conditionExpression").findAny().isPresent();
  }

  private void checkBoundaryEvents(Scope scope, Map<String, Element> nodes) {
    Map<String, Set<String>> caught = new HashMap<>();
    for (Element event : scope.nodes()) {
      if (event.is("boundaryEvent")) {
        checkAttachment(event, nodes);
        checkCatchesAnother(event, caught);
      }
    }
  }

  private void checkAttachment(Element event, Map<String, Element> nodes) {
    String id = event.reference("attachedToRef");
    Element activity = id == null ? null : nodes.get(id);
    if (activity == null) {
      problems.add(
          event,
          "is attached to '%s', which is no node of %s"
              .formatted(id == null ? "" : id, event.parent().orElseThrow()));
    } else if (!CAN_BE_INTERRUPTED.contains(activity.kind())
        && Whitelist.ruleOf(activity).isPresent()) {
      problems.add(
          event,
          "is attached to %s, in which no error can happen: attach it to an external task or a sub-process"
              .formatted(activity),
          activity);
    }
  }

  private void checkCatchesAnother(Element event, Map<String, Set<String>> caught) {
    event
        .children("errorEventDefinition")
        .findFirst()
        .ifPresent(
            definition -> {
              String error =
                  Optional.ofNullable(definition.reference("errorRef"))
                      .flatMap(errors::codeOf)
                      .orElse("");
              String activity = String.valueOf(event.reference("attachedToRef"));
              if (!caught.computeIfAbsent(activity, any -> new HashSet<>()).add(error)) {
                problems.add(
                    event,
                    "catches what another boundary event of '%s' catches already"
                        .formatted(activity));
              }
            });
  }
}
