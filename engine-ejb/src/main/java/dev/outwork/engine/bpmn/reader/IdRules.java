package dev.outwork.engine.bpmn.reader;

import dev.outwork.api.Texts;
import dev.outwork.engine.bpmn.MultiInstance;
import java.util.HashMap;
import java.util.Map;

/** Checks that ids are unique within a document, and that ids and names fit their columns. */
final class IdRules {
  static final int MAX_LENGTH = 255;

  private final Map<String, Element> seen = new HashMap<>();
  private final Problems problems;

  IdRules(Problems problems) {
    this.problems = problems;
  }

  void check(Element root) {
    checkLength(root, "targetNamespace");
    root.withDescendantsOfItsOwn().forEach(this::checkOne);
  }

  private void checkOne(Element element) {
    if (!element.hasDocumentWideId()) {
      return;
    }
    checkLength(element, "id");
    if (element.is("process") || Whitelist.isFlowNode(element)) {
      // Names of other elements are not stored; Declarations checks messages and signals.
      checkLength(element, "name");
    }
    if (Whitelist.isFlowNode(element)
        && Scope.isMultiInstance(element)
        && element.id().length() + MultiInstance.SUFFIX.length() > MAX_LENGTH) {
      problems.addUnlessDeployed(
          element,
          "has an id of %d characters, which leaves no room for that of its multi-instance body"
              .formatted(element.id().length()));
    }
    Element first = seen.putIfAbsent(element.id(), element);
    if (first != null) {
      problems.add(
          element,
          "has the id of the %s at line %d".formatted(first.kindInWords(), first.place().line()),
          first);
    }
  }

  private void checkLength(Element element, String attribute) {
    String value = element.attribute(attribute);
    if (value != null && value.length() > MAX_LENGTH) {
      problems.add(
          element,
          "has the %s '%s...' of %d characters; at most %d are allowed"
              .formatted(attribute, Texts.cut(value, 40), value.length(), MAX_LENGTH));
    }
  }
}
