package dev.outwork.engine.bpmn.reader;

import dev.outwork.engine.bpmn.CallActivity;
import dev.outwork.engine.bpmn.CallActivity.Binding;
import dev.outwork.engine.bpmn.NodeInfo;
import dev.outwork.engine.expression.Expression;
import java.util.Map;

/** Reads call activities. */
final class CallActivityReader {
  private static final Map<String, Binding> BINDINGS =
      Map.of(
          "latest", Binding.LATEST,
          "deployment", Binding.DEPLOYMENT,
          "version", Binding.VERSION,
          "versionTag", Binding.VERSION_TAG);

  private static final Map<Binding, String> VERSIONS =
      Map.of(
          Binding.VERSION, "camunda:calledElementVersion",
          Binding.VERSION_TAG, "camunda:calledElementVersionTag");

  private final Texts texts;
  private final MappingReader mappings;

  CallActivityReader(Texts texts) {
    this.texts = texts;
    this.mappings = new MappingReader(texts);
  }

  CallActivity read(NodeInfo info, Element node, String compensates) {
    if (node.given("calledElement") == null) {
      texts.problems().add(node, "has no calledElement: say which process it calls");
    }
    Binding binding = binding(node);
    return new CallActivity(
        info,
        texts.attribute(node, node, "calledElement"),
        binding,
        version(node, binding),
        texts.attribute(node, node, "camunda:calledElementTenantId"),
        mappings.businessKey(node),
        mappings.in(node, node),
        mappings.out(node, node),
        compensates);
  }

  private Binding binding(Element node) {
    String text = node.given("camunda:calledElementBinding");
    Binding binding = text == null ? Binding.LATEST : BINDINGS.get(text);
    if (binding == null) {
      texts
          .problems()
          .add(
              node,
              "has camunda:calledElementBinding=\"%s\": write latest, deployment, version or versionTag"
                  .formatted(text));
      return Binding.LATEST;
    }
    return binding;
  }

  private Expression version(Element node, Binding binding) {
    String attribute = VERSIONS.get(binding);
    if (attribute == null) {
      return null;
    }
    if (node.given(attribute) == null) {
      texts
          .problems()
          .add(
              node,
              "has camunda:calledElementBinding=\"%s\" but no %s"
                  .formatted(node.given("camunda:calledElementBinding"), attribute));
      return null;
    }
    return binding == Binding.VERSION
        ? texts.number(node, node, attribute)
        : texts.attribute(node, node, attribute);
  }
}
