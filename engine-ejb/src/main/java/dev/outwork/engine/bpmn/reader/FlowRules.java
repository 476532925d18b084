package dev.outwork.engine.bpmn.reader;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Sequence flows connect nodes of one scope that can have incoming and outgoing flows. */
final class FlowRules implements Rule {
  private static final Set<String> NOTHING_LEADS_TO = Set.of("startEvent", "boundaryEvent");

  private final Problems problems;

  FlowRules(Problems problems) {
    this.problems = problems;
  }

  @Override
  public void check(Scope scope) {
    scope.flows().forEach(flow -> checkFlow(scope, flow));
    for (Element node : scope.nodes()) {
      if (node.id() == null) {
        problems.add(node, "has no id");
      }
      if (canHaveNoIncoming(node)) {
        refuse(node, scope.incoming(node), "incoming");
      } else {
        warnIfNeverReached(scope, node);
      }
      if (canHaveNoOutgoing(node)) {
        refuse(node, scope.outgoing(node), "outgoing");
      }
      checkDefault(node, scope.outgoing(node));
    }
  }

  private static boolean canHaveNoIncoming(Element node) {
    return NOTHING_LEADS_TO.contains(node.kind())
        || isBesideTheFlow(node)
        || isLink(node, "intermediateCatchEvent");
  }

  private static boolean canHaveNoOutgoing(Element node) {
    return node.is("endEvent")
        || isBesideTheFlow(node)
        || isLink(node, "intermediateThrowEvent")
        || (node.is("boundaryEvent") && EventDefinitions.has(node, "compensateEventDefinition"));
  }

  private static boolean isBesideTheFlow(Element node) {
    return Compensations.isHandler(node) || Scope.isEventSubProcess(node);
  }

  private static boolean isLink(Element node, String kind) {
    return node.is(kind) && EventDefinitions.has(node, "linkEventDefinition");
  }

  private void warnIfNeverReached(Scope scope, Element node) {
    if (scope.incoming(node).isEmpty() && Whitelist.of(node).isPresent()) {
      problems.warn(node, "is never reached: no sequence flow leads to it");
    }
  }

  private void checkFlow(Scope scope, Element flow) {
    checkEnd(scope, flow, "sourceRef", "comes from");
    checkEnd(scope, flow, "targetRef", "leads to");
  }

  private void checkEnd(Scope scope, Element flow, String end, String verb) {
    String id = flow.reference(end);
    if (id == null) {
      problems.add(flow, "has no " + end);
    } else if (scope.node(id).isEmpty()) {
      problems.add(flow, "%s '%s', which is not a node of %s".formatted(verb, id, scope.element()));
    }
  }

  private void refuse(Element node, List<Element> flows, String direction) {
    for (Element flow : flows) {
      problems.add(node, "cannot have an %s flow, but has %s".formatted(direction, flow), flow);
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
      refuseOrPassOver(flow.get(), node);
    }
  }

  private void refuseOrPassOver(Element defaultFlow, Element node) {
    if (node.is("exclusiveGateway")) {
      problems.add(
          defaultFlow, "has a condition, but is the default flow of %s".formatted(node), node);
    } else {
      problems.warn(
          defaultFlow,
          "has a condition, which is ignored: it is the default flow of %s".formatted(node),
          node);
    }
  }

  static boolean isDefault(Element flow, Element node) {
    return flow.id() != null && flow.id().equals(node.reference("default"));
  }

  /** The condition of a flow out of this node. */
  static Optional<Element> conditionOf(Element flow, Element node) {
    return GatewayRules.takesAllWays(node) || isDefault(flow, node)
        ? Optional.empty()
        : flow.child("conditionExpression");
  }

  static boolean hasCondition(Element flow) {
    return flow.child("conditionExpression").isPresent();
  }
}
