package dev.outwork.engine.bpmn.reader;

import dev.outwork.engine.bpmn.EventBasedGateway;
import dev.outwork.engine.bpmn.ExclusiveGateway;
import dev.outwork.engine.bpmn.FlowNode;
import dev.outwork.engine.bpmn.InclusiveGateway;
import dev.outwork.engine.bpmn.NodeInfo;
import dev.outwork.engine.bpmn.ParallelGateway;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Creates the nodes of an element. */
final class NodeReader {
  private static final Map<String, Function<NodeInfo, FlowNode>> GATEWAYS =
      Map.of(
          "exclusiveGateway", ExclusiveGateway::new,
          "parallelGateway", ParallelGateway::new,
          "inclusiveGateway", InclusiveGateway::new,
          // EventBasedGateways adds the events later.
          "eventBasedGateway", info -> new EventBasedGateway(info, List.of()));

  private final InfoReader infos;
  private final EventReader events;
  private final ActivityReader activities;

  NodeReader(
      ExpressionReader texts,
      InfoReader infos,
      Declarations declarations,
      ExternalActivityReader externalActivities) {
    this.infos = infos;
    this.events = new EventReader(texts, declarations, infos, externalActivities);
    this.activities = new ActivityReader(texts, infos, events.triggers(), externalActivities);
  }

  /** Empty for unsupported elements, which {@link Refusals} reports. */
  Stream<FlowNode> read(Scope scope, Element node) {
    return Stream.of(
            own(scope, node), infos.steps(node).stream(), infos.flowSteps(scope, node).stream())
        .flatMap(Function.identity());
  }

  private Stream<FlowNode> own(Scope scope, Element node) {
    Function<NodeInfo, FlowNode> gateway = GATEWAYS.get(node.kind());
    if (gateway != null) {
      return Stream.of(gateway.apply(infos.of(scope, node, node.kind())));
    }
    return Stream.concat(events.read(scope, node).stream(), activities.read(scope, node).stream());
  }
}
