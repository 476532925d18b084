package dev.outwork.engine.bpmn.reader;

import java.util.Set;

/** Names everything in a document that the {@link Whitelist} does not have. */
final class Refusals {
  private static final Set<String> DECLARATIONS =
      Set.of("error", "escalation", "message", "signal");

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
    Whitelist.of(element).ifPresent(rule -> visit(element, rule));
  }

  private void visit(Element element, Allowed rule) {
    if (element.is("process") && !element.isTrue("isExecutable")) {
      return;
    }
    for (Element.Attribute attribute : element.attributes()) {
      check(element, rule, attribute);
    }
    element.children().forEach(child -> check(element, rule, child));
    element.extensions().forEach(extension -> check(element, rule, extension));
  }

  private void check(Element element, Allowed rule, Element.Attribute attribute) {
    if (rule.passesOver(element, attribute.key())) {
      warn(element, attribute.spelling(), attribute.key());
    } else if (!rule.knows(attribute)) {
      problems.add(
          owner(element),
          "has the attribute %s, which is not supported%s"
              .formatted(attribute.spelling(), hint(element, attribute.key())));
    } else if (!rule.allowsValueOf(attribute)) {
      problems.add(
          owner(element),
          "has %s=\"%s\", which is not supported%s"
              .formatted(attribute.spelling(), attribute.value(), hint(element, attribute.key())));
    }
  }

  private void check(Element element, Allowed rule, Element child) {
    if (child.kind().isEmpty() || isStep(child)) {
      return;
    }
    boolean isConnectorOfWork = child.is("camunda:connector") && element.work().isPresent();
    if (rule.allows(child) || isConnectorOfWork) {
      visit(child);
    } else if (rule.passesOver(element, child.kind())) {
      warn(element, child.spelling(), child.kind());
    } else if (Whitelist.isFlowNode(child)) {
      problems.add(child, "is not supported" + Hints.after(child.kind()));
    } else {
      problems.add(
          owner(element),
          "contains %s, which is not supported%s"
              .formatted(child.spelling(), hint(element, child.kind())));
    }
  }

  /** Whether it is code around a node that has become work. */
  private static boolean isStep(Element element) {
    return element.work().isPresent() && element.kind().startsWith("camunda:");
  }

  private void warn(Element element, String spelling, String key) {
    if (element.work().isPresent()) {
      return;
    }
    problems.warn(
        owner(element),
        "has %s, which is passed over%s".formatted(spelling, Hints.after("passed " + key)));
  }

  private static String hint(Element element, String key) {
    String there = Hints.after(element.kind() + ">" + key);
    return there.isEmpty() ? Hints.after(key) : there;
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
        || DECLARATIONS.contains(element.kind());
  }
}
