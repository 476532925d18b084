package dev.outwork.engine.bpmn.reader;

import dev.outwork.engine.bpmn.Outgoing;
import dev.outwork.engine.bpmn.SequenceFlow;
import dev.outwork.engine.expression.Condition;
import java.util.List;

/** Reads the outgoing flows of a node. */
final class FlowReader {
  private final ExpressionReader texts;
  private final FlowStepReader steps;

  FlowReader(ExpressionReader texts, FlowStepReader steps) {
    this.texts = texts;
    this.steps = steps;
  }

  Outgoing outgoing(Scope scope, Element node) {
    List<SequenceFlow> flows =
        scope.outgoing(node).stream().map(flow -> read(scope, node, flow)).toList();
    String defaultId = node.reference("default");
    SequenceFlow defaultFlow =
        flows.stream().filter(flow -> flow.id().equals(defaultId)).findFirst().orElse(null);
    return flows.isEmpty() ? Outgoing.NONE : new Outgoing(flows, defaultFlow);
  }

  private SequenceFlow read(Scope scope, Element node, Element flow) {
    Condition condition =
        FlowRules.conditionOf(flow, node)
            .flatMap(expression -> texts.condition(flow, expression))
            .orElse(null);
    return new SequenceFlow(flow.idOrPlace(), steps.firstOn(scope, node, flow), condition);
  }
}
