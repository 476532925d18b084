package dev.outwork.engine.bpmn.reader;

import dev.outwork.engine.bpmn.CatchingNode;
import dev.outwork.engine.bpmn.EventBasedGateway;
import dev.outwork.engine.bpmn.FlowNode;
import dev.outwork.engine.bpmn.SequenceFlow;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Gives event-based gateways the events that they lead to, once all nodes are read. */
final class EventBasedGateways {
  private final Map<String, CatchingNode> events;

  private EventBasedGateways(List<FlowNode> nodes) {
    this.events =
        nodes.stream()
            .filter(CatchingNode.class::isInstance)
            .map(CatchingNode.class::cast)
            .collect(Collectors.toMap(FlowNode::id, Function.identity()));
  }

  /** The same nodes in the same order; each flow of such a gateway leads to an event. */
  static List<FlowNode> completed(List<FlowNode> nodes) {
    EventBasedGateways gateways = new EventBasedGateways(nodes);
    return nodes.stream().map(gateways::completed).toList();
  }

  private FlowNode completed(FlowNode node) {
    return node instanceof EventBasedGateway gateway
        ? new EventBasedGateway(
            gateway.info(),
            gateway.info().outgoing().flows().stream()
                .map(SequenceFlow::targetId)
                .map(events::get)
                .toList())
        : node;
  }
}
