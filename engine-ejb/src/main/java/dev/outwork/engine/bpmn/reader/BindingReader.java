package dev.outwork.engine.bpmn.reader;

import dev.outwork.engine.bpmn.CallActivity.Binding;
import dev.outwork.engine.expression.Expression;
import java.util.Map;

/** Reads the version of a definition that an element refers to. */
final class BindingReader {
  private static final Map<String, Binding> BINDINGS =
      Map.of(
          "latest", Binding.LATEST,
          "deployment", Binding.DEPLOYMENT,
          "version", Binding.VERSION,
          "versionTag", Binding.VERSION_TAG);

  private final ExpressionReader texts;
  private final String prefix;

  /** {@code prefix} of the attributes, such as {@code camunda:calledElement}. */
  BindingReader(ExpressionReader texts, String prefix) {
    this.texts = texts;
    this.prefix = prefix;
  }

  Binding binding(Element node) {
    String text = node.given(attribute());
    Binding binding = text == null ? Binding.LATEST : BINDINGS.get(text);
    if (binding == null) {
      texts
          .problems()
          .add(
              node,
              "has %s=\"%s\": write latest, deployment, version or versionTag"
                  .formatted(attribute(), text));
      return Binding.LATEST;
    }
    return binding;
  }

  /** Null if the binding needs none, or if it is missing. */
  Expression version(Element node, Binding binding) {
    return switch (binding) {
      case VERSION ->
          isGiven(node, "Version") ? texts.number(node, node, prefix + "Version") : null;
      case VERSION_TAG ->
          isGiven(node, "VersionTag") ? texts.attribute(node, node, prefix + "VersionTag") : null;
      case LATEST, DEPLOYMENT -> null;
    };
  }

  private boolean isGiven(Element node, String version) {
    if (node.given(prefix + version) != null) {
      return true;
    }
    texts
        .problems()
        .add(
            node,
            "has %s=\"%s\" but no %s"
                .formatted(attribute(), node.given(attribute()), prefix + version));
    return false;
  }

  private String attribute() {
    return prefix + "Binding";
  }
}
