package dev.outwork.engine.bpmn;

/** Names everything in a document that the {@link Whitelist} does not have. */
final class Refusals {
  private final Problems problems;

  Refusals(Problems problems) {
    this.problems = problems;
  }

  /**
   * Looks into the declarations and into the processes that are executable; others are only
   * drawings.
   */
  void check(Element definitions) {
    visit(definitions);
  }

  private void visit(Element element) {
    Whitelist.ruleOf(element).ifPresent(rule -> visit(element, rule));
  }

  private void visit(Element element, Whitelist.Rule rule) {
    if (element.is("process") && !element.isTrue("isExecutable")) {
      return;
    }
    for (Element.Attribute attribute : element.attributes()) {
      check(element, rule, attribute);
    }
    if (element.isTrue("triggeredByEvent")) {
      return;
    }
    element.children().forEach(child -> check(element, rule, child));
    element.extensions().forEach(extension -> check(element, rule, extension));
  }

  private void check(Element element, Whitelist.Rule rule, Element.Attribute attribute) {
    if (!rule.knows(attribute)) {
      problems.add(
          owner(element),
          "has the attribute %s, which is not supported%s"
              .formatted(attribute.spelling(), Hints.after(attribute.key())));
    } else if (!rule.allowsValueOf(attribute)) {
      problems.add(
          owner(element),
          "has %s=\"%s\", which is not supported%s"
              .formatted(attribute.spelling(), attribute.value(), Hints.after(attribute.key())));
    }
  }

  private void check(Element element, Whitelist.Rule rule, Element child) {
    if (child.kind().isEmpty()) {
      return;
    }
    if (rule.allows(child)) {
      visit(child);
    } else if (Whitelist.isFlowNode(child)) {
      problems.add(child, "is not supported" + Hints.after(child.kind()));
    } else {
      problems.add(
          owner(element),
          "contains %s, which is not supported%s"
              .formatted(child.spelling(), Hints.after(child.kind())));
    }
  }

  /** The element that its author sees in the drawing. */
  private static Element owner(Element element) {
    Element owner = element;
    while (!isDrawn(owner) && owner.parent().isPresent()) {
      owner = owner.parent().get();
    }
    return owner;
  }

  private static boolean isDrawn(Element element) {
    return Whitelist.isFlowNode(element)
        || element.is("sequenceFlow")
        || element.is("process")
        || element.is("error");
  }
}
