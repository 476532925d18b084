package dev.outwork.engine.bpmn;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * Decides when an inclusive gateway has all the tokens that it can get (BPMN 2.0, chapter 13.4.3):
 * no token elsewhere in the scope can reach one of its empty flows, unless it can also reach one
 * that has a token, in both cases without passing the gateway.
 */
public final class InclusiveJoin {
  private final ProcessModel model;
  private final InclusiveGateway gateway;

  public InclusiveJoin(ProcessModel model, InclusiveGateway gateway) {
    this.model = model;
    this.gateway = gateway;
  }

  /**
   * @param arrived ids of the flows whose tokens wait at the gateway
   * @param others the nodes of the other tokens in the scope
   */
  public boolean isComplete(Set<String> arrived, Collection<FlowNode> others) {
    return others.stream().noneMatch(other -> isAwaited(other, arrived));
  }

  private boolean isAwaited(FlowNode other, Set<String> arrived) {
    Set<String> reached = incomingReachedFrom(other);
    return !reached.isEmpty() && reached.stream().noneMatch(arrived::contains);
  }

  /** Ids of the gateway's incoming flows that can be reached by sequence flows. */
  private Set<String> incomingReachedFrom(FlowNode start) {
    Set<String> reached = new HashSet<>();
    Set<String> seen = new HashSet<>();
    Deque<FlowNode> next = new ArrayDeque<>();
    next.push(start);
    while (!next.isEmpty()) {
      FlowNode node = next.pop();
      if (!seen.add(node.id())) {
        continue;
      }
      for (SequenceFlow flow : node.info().outgoing().flows()) {
        if (flow.targetId().equals(gateway.id())) {
          reached.add(flow.id());
        } else {
          next.push(model.node(flow.targetId()));
        }
      }
      // A token may also leave by a boundary event or a link.
      next.addAll(model.boundaryEventsOf(node.id()));
      if (node instanceof LinkThrowEvent link) {
        next.push(model.node(link.targetId()));
      }
    }
    return reached;
  }
}
