package dev.outwork.engine.bpmn.reader;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reports all content of a document that is not in the {@link Whitelist}, once for each element,
 * with a suggestion.
 */
final class Refusals {
  private static final Set<String> DECLARATIONS =
      Set.of("error", "escalation", "message", "signal");

  private final Problems problems;
  private final Map<Cause, Set<Refused>> refused = new LinkedHashMap<>();

  /** Groups refused content by element and suggestion. */
  private record Cause(Element owner, String hint) {}

  /**
   * Refused content.
   *
   * @param alone its wording if there is no other
   * @param spelling its wording among others
   */
  private record Refused(String alone, String spelling) {}

  Refusals(Problems problems) {
    this.problems = problems;
  }

  /** Checks root elements and executable processes; other processes are only drawings. */
  void check(Element definitions) {
    visit(definitions);
    refused.forEach(this::tell);
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
    String key = attribute.key();
    if (rule.passesOver(element, key)) {
      warn(element, attribute.spelling(), key);
    } else if (key.equals("camunda:expression") && AssignmentReader.isTask(element)) {
      // AssignmentReader reads it.
      return;
    } else if (!rule.knows(attribute)) {
      if (rule.refusesAttribute(key) || !isOfVendor(element, key)) {
        refuse(element, key, "has the attribute " + attribute.spelling(), attribute.spelling());
      } else {
        warn(element, attribute.spelling(), key);
      }
    } else if (!rule.allowsValueOf(attribute)) {
      String withValue = "%s=\"%s\"".formatted(attribute.spelling(), attribute.value());
      refuse(element, key, "has " + withValue, withValue);
    }
  }

  private void check(Element element, Allowed rule, Element child) {
    String key = child.kind();
    if (key.isEmpty() || isStep(child)) {
      return;
    }
    if (AssignmentReader.isListener(child)) {
      // AssignmentReader reads it.
      return;
    }
    boolean isConnectorOfWork = child.is("camunda:connector") && element.work().isPresent();
    if (rule.passesOver(element, key)) {
      warn(element, child.spelling(), key);
    } else if (rule.allows(child) || isConnectorOfWork) {
      if (!isUnused(element, child)) {
        visit(child);
      }
    } else if (Whitelist.isFlowNode(child)) {
      problems.add(child, "is not supported" + Hints.after(key));
    } else if (rule.refusesChild(key) || !isOfVendor(element, key)) {
      refuse(element, key, "contains " + child.spelling(), child.spelling(), Listeners.hint(child));
    } else {
      warn(element, child.spelling(), key);
    }
  }

  /** Whether it is code around a node that became an external task. */
  private static boolean isStep(Element element) {
    return element.work().isPresent() && element.kind().startsWith("camunda:");
  }

  /** Whether it is a vendor's, or inside a vendor's element. */
  private static boolean isOfVendor(Element element, String key) {
    return Element.isOfVendor(key) || Element.isOfVendor(element.kind());
  }

  /** Event definitions outside of events have no effect: references to them are refused. */
  private static boolean isUnused(Element element, Element child) {
    return element.is("definitions") && child.kind().endsWith("EventDefinition");
  }

  private void refuse(Element element, String key, String alone, String spelling) {
    refuse(element, key, alone, spelling, "");
  }

  private void refuse(
      Element element, String key, String alone, String spelling, String betterHint) {
    String hint = betterHint.isEmpty() ? hint(element, key) : betterHint;
    refused
        .computeIfAbsent(new Cause(owner(element), hint), cause -> new LinkedHashSet<>())
        .add(new Refused(alone, spelling));
  }

  private void tell(Cause cause, Set<Refused> things) {
    List<Refused> all = new ArrayList<>(things);
    if (all.size() == 1) {
      problems.add(cause.owner(), all.get(0).alone() + ", which is not supported" + cause.hint());
      return;
    }
    List<String> spellings = all.stream().map(Refused::spelling).distinct().toList();
    int last = spellings.size() - 1;
    problems.add(
        cause.owner(),
        "has %s and %s, which are not supported%s"
            .formatted(
                String.join(", ", spellings.subList(0, last)), spellings.get(last), cause.hint()));
  }

  private void warn(Element element, String spelling, String key) {
    boolean takesDecision =
        key.equals("camunda:resultVariable") && BusinessRuleReader.hasDecision(element);
    boolean takesResult =
        key.equals("camunda:resultVariable") && AssignmentReader.hasResult(element);
    if (element.work().isPresent() || takesDecision || takesResult) {
      return;
    }
    problems.warn(
        owner(element),
        "has %s, which is ignored%s".formatted(spelling, Hints.after("passed " + key)));
  }

  private static String hint(Element element, String key) {
    String there = Hints.after(element.kind() + ">" + key);
    return there.isEmpty() ? Hints.after(key) : there;
  }

  /** The element that its author sees in the diagram. */
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
