package dev.outwork.engine.bpmn.reader;

import dev.outwork.engine.bpmn.ExternalActivity;
import dev.outwork.engine.bpmn.Outgoing;
import dev.outwork.engine.bpmn.SequenceFlow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads listeners of sequence flows that have become work: nodes between the one from which a flow
 * leads and the one to which it does. Each way between them has the id of the flow.
 */
final class FlowStepReader {
  private final StepNodes stepNodes;
  private final Map<Element, Map<Element, List<ExternalActivity>>> read = new HashMap<>();

  FlowStepReader(StepNodes stepNodes) {
    this.stepNodes = stepNodes;
  }

  /** The nodes on all flows out of a node. */
  List<ExternalActivity> nodes(Scope scope, Element source) {
    return onFlows(scope, source).values().stream().flatMap(List::stream).toList();
  }

  /** Where a token goes first along a flow. */
  String firstOn(Scope scope, Element source, Element flow) {
    List<ExternalActivity> nodes = onFlows(scope, source).getOrDefault(flow, List.of());
    return nodes.isEmpty() ? targetOf(scope, flow) : nodes.get(0).id();
  }

  private static String targetOf(Scope scope, Element flow) {
    return scope.entryOf(flow.reference("targetRef"));
  }

  private Map<Element, List<ExternalActivity>> onFlows(Scope scope, Element source) {
    return read.computeIfAbsent(source, any -> readFlows(scope, source));
  }

  private Map<Element, List<ExternalActivity>> readFlows(Scope scope, Element source) {
    Map<Element, List<ExternalActivity>> byFlow = new HashMap<>();
    int number = 0;
    for (Element flow : scope.outgoing(source)) {
      List<Element> listeners = CodeSteps.of(flow);
      List<ExternalActivity> nodes = new ArrayList<>();
      for (int i = 0; i < listeners.size(); i++) {
        number++;
        String next = i + 1 < listeners.size() ? id(source, number + 1) : targetOf(scope, flow);
        nodes.add(
            stepNodes.node(
                source,
                id(source, number),
                scope.element().id(),
                listeners.get(i),
                List.of(flow.idOrPlace()),
                new Outgoing(List.of(new SequenceFlow(flow.idOrPlace(), next, null)), null)));
      }
      if (!nodes.isEmpty()) {
        byFlow.put(flow, nodes);
      }
    }
    return byFlow;
  }

  private String id(Element source, int number) {
    return stepNodes.id(source, CodeSteps.TAKE, number);
  }
}
