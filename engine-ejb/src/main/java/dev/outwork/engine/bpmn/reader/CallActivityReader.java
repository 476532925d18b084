package dev.outwork.engine.bpmn.reader;

import dev.outwork.engine.bpmn.CallActivity;
import dev.outwork.engine.bpmn.CallActivity.Binding;
import dev.outwork.engine.bpmn.NodeInfo;

/** Reads call activities. */
final class CallActivityReader {
  private final ExpressionReader texts;
  private final BindingReader bindings;
  private final MappingReader mappings;

  CallActivityReader(ExpressionReader texts) {
    this.texts = texts;
    this.bindings = new BindingReader(texts, "camunda:calledElement");
    this.mappings = new MappingReader(texts);
  }

  CallActivity read(NodeInfo info, Element node, String compensates) {
    // A call of a case is refused already.
    if (node.given("calledElement") == null && node.given("camunda:caseRef") == null) {
      texts
          .problems()
          .add(node, "has no calledElement: write the key of the process that it calls");
    }
    Binding binding = bindings.binding(node);
    return new CallActivity(
        info,
        texts.attribute(node, node, "calledElement"),
        binding,
        bindings.version(node, binding),
        texts.attribute(node, node, "camunda:calledElementTenantId"),
        mappings.businessKey(node),
        mappings.in(node, node),
        mappings.out(node, node),
        compensates);
  }
}
