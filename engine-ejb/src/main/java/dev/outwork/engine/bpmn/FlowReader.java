package dev.outwork.engine.bpmn;

import java.util.List;

/** Reads the ways out of a node. */
final class FlowReader {
  private final Texts texts;

  FlowReader(Texts texts) {
    this.texts = texts;
  }

  Outgoing outgoing(Scope scope, Element node) {
    List<SequenceFlow> flows = scope.outgoing(node).stream().map(this::read).toList();
    String defaultId = node.reference("default");
    SequenceFlow defaultFlow =
        flows.stream()
            .filter(flow -> flow.id() != null && flow.id().equals(defaultId))
            .findFirst()
            .orElse(null);
    return flows.isEmpty() ? Outgoing.NONE : new Outgoing(flows, defaultFlow);
  }

  private SequenceFlow read(Element flow) {
    Condition condition =
        flow.children("conditionExpression")
            .findFirst()
            .map(expression -> condition(flow, expression))
            .orElse(null);
    return new SequenceFlow(flow.id(), flow.reference("targetRef"), condition);
  }

  private Condition condition(Element flow, Element expression) {
    String language = expression.attribute("language");
    if (language != null && !language.strip().equalsIgnoreCase("juel")) {
      texts
          .problems()
          .add(
              flow,
              "has a condition in the language '%s', which is not supported: write an expression such as ${approved}"
                  .formatted(language));
      return null;
    }
    if (expression.attribute("camunda:resource") != null) {
      // Refusals has named it; the text is elsewhere.
      return null;
    }
    return texts.condition(flow, expression.text()).orElse(null);
  }
}
