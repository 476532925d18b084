package dev.outwork.engine.bpmn.reader;

import java.util.List;
import java.util.Set;

/** Conditions of the outgoing flows of gateways. */
final class GatewayRules implements Rule {
  private static final Set<String> TAKE_ALL_WAYS = Set.of("parallelGateway", "eventBasedGateway");

  private final Problems problems;

  GatewayRules(Problems problems) {
    this.problems = problems;
  }

  @Override
  public void check(Scope scope) {
    for (Element node : scope.nodes()) {
      if (takesAllWays(node)) {
        warnOfConditions(node, scope.outgoing(node));
      }
      if (node.is("exclusiveGateway")) {
        checkWaysWithoutCondition(node, scope.outgoing(node));
      }
    }
  }

  /** Whether the conditions of its flows are ignored. */
  static boolean takesAllWays(Element node) {
    return TAKE_ALL_WAYS.contains(node.kind());
  }

  private void warnOfConditions(Element gateway, List<Element> flows) {
    for (Element flow : flows) {
      if (FlowRules.hasCondition(flow)) {
        problems.warn(
            flow,
            "has a condition, which is ignored: %s takes all its outgoing flows".formatted(gateway),
            gateway);
      }
    }
  }

  private void checkWaysWithoutCondition(Element gateway, List<Element> flows) {
    List<Element> open =
        flows.stream()
            .filter(flow -> !FlowRules.hasCondition(flow) && !FlowRules.isDefault(flow, gateway))
            .toList();
    if (flows.size() < 2 || open.isEmpty()) {
      return;
    }
    boolean hasDefault = flows.stream().anyMatch(flow -> FlowRules.isDefault(flow, gateway));
    if (open.size() == 1 && !hasDefault) {
      boolean isLast = open.get(0) == flows.get(flows.size() - 1);
      problems.warn(
          open.get(0),
          "has no condition and is not the default flow of %s: it is taken when it is reached in document order%s"
              .formatted(gateway, isLast ? "" : ", and those after it never are"),
          gateway);
      return;
    }
    for (Element flow : open) {
      problems.add(
          flow,
          "has no condition and is not the default flow of %s: give it a condition or make it the default"
              .formatted(gateway),
          gateway);
    }
  }
}
