package dev.outwork.engine.bpmn.reader;

import java.util.List;
import java.util.Set;

/** Which of the flows out of a gateway have conditions. */
final class GatewayRules implements Rule {
  private static final Set<String> TAKE_ALL_WAYS = Set.of("parallelGateway", "eventBasedGateway");

  private final Problems problems;

  GatewayRules(Problems problems) {
    this.problems = problems;
  }

  @Override
  public void check(Scope scope) {
    for (Element node : scope.nodes()) {
      if (TAKE_ALL_WAYS.contains(node.kind())) {
        refuseConditions(node, scope.outgoing(node));
      }
      if (node.is("exclusiveGateway")) {
        checkEveryWayHasACondition(node, scope.outgoing(node));
      }
    }
  }

  private void refuseConditions(Element gateway, List<Element> flows) {
    for (Element flow : flows) {
      if (FlowRules.hasCondition(flow)) {
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
      if (!FlowRules.hasCondition(flow) && !FlowRules.isDefault(flow, gateway)) {
        problems.add(
            flow,
            "has no condition and is not the default flow of %s: give it a condition or make it the default"
                .formatted(gateway),
            gateway);
      }
    }
  }
}
