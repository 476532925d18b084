package dev.outwork.engine.dmn;

import dev.outwork.engine.bpmn.reader.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Refuses what the engine does not evaluate in a DMN document, cell by cell. */
final class DmnRules {
  static final String CAMUNDA = "http://camunda.org/schema/1.0/dmn";

  private static final Pattern DAYS = Pattern.compile("P?(\\d{1,9})D?");

  private static final Set<String> FEEL =
      Set.of(
          "feel",
          "http://www.omg.org/spec/feel/20140401",
          "http://www.omg.org/spec/dmn/20180521/feel/",
          "https://www.omg.org/spec/dmn/20191111/feel/",
          "https://www.omg.org/spec/dmn/20211108/feel/",
          "https://www.omg.org/spec/dmn/20230324/feel/");

  private static final Set<String> CELLS =
      Set.of("inputExpression", "inputEntry", "outputEntry", "literalExpression");

  /** Other decision logic, which would be left out silently. */
  private static final Set<String> NOT_EVALUATED =
      Set.of(
          "invocation",
          "context",
          "list",
          "relation",
          "functionDefinition",
          "conditional",
          "for",
          "every",
          "some",
          "filter");

  private static final int MAX_ID_LENGTH = 255;

  private final DmnDocument document;
  private final Feel feel;
  private final Problems problems;

  DmnRules(DmnDocument document, Feel feel, Problems problems) {
    this.document = document;
    this.feel = feel;
    this.problems = problems;
  }

  void check() {
    for (Element element : document.elements()) {
      String kind = element.getLocalName();
      if (kind.equals("decision")) {
        checkId(element);
      } else if (CELLS.contains(kind) && decision(element).isPresent()) {
        checkCell(element, kind);
      } else if (NOT_EVALUATED.contains(kind) && isLogic(element)) {
        add(
            element,
            "is a %s, which is not supported: write a decision table or a literal expression"
                .formatted(kind));
      }
    }
  }

  private void checkId(Element decision) {
    String timeToLive = decision.getAttributeNS(CAMUNDA, "historyTimeToLive");
    if (!timeToLive.isBlank() && days(timeToLive).isEmpty()) {
      add(
          decision,
          "has camunda:historyTimeToLive=\"%s\": write a number of days, or P5D"
              .formatted(timeToLive));
    }
    String id = decision.getAttribute("id");
    if (id.isBlank()) {
      add(decision, "has no id: write one, which becomes its key");
    } else if (id.length() > MAX_ID_LENGTH) {
      add(
          decision,
          "has an id of %d characters; at most %d are allowed"
              .formatted(id.length(), MAX_ID_LENGTH));
    }
  }

  /** Days, written as 5 or P5D. */
  static Optional<Integer> days(String text) {
    return Optional.of(DAYS.matcher(text.strip()))
        .filter(Matcher::matches)
        .map(days -> Integer.valueOf(days.group(1)));
  }

  private static boolean isLogic(Element element) {
    return "decision".equals(element.getParentNode().getLocalName());
  }

  private void checkCell(Element cell, String kind) {
    String language = language(cell);
    if (!language.isBlank() && !FEEL.contains(language.strip().toLowerCase(Locale.ROOT))) {
      add(cell, "is in the language '%s', which is not supported: write FEEL".formatted(language));
      return;
    }
    String text = text(cell);
    if (text.isBlank() || (kind.equals("inputEntry") && text.strip().equals("-"))) {
      return;
    }
    try {
      if (kind.equals("inputEntry")) {
        feel.unaryTests(text);
      } else {
        feel.expression(text);
      }
    } catch (DecisionException refused) {
      add(cell, "is refused: " + refused.getMessage());
    }
  }

  private String language(Element cell) {
    String own = cell.getAttribute("expressionLanguage");
    return own.isBlank()
        ? cell.getOwnerDocument().getDocumentElement().getAttribute("expressionLanguage")
        : own;
  }

  private static String text(Element cell) {
    return children(cell)
        .filter(child -> child.getLocalName().equals("text"))
        .findFirst()
        .map(Element::getTextContent)
        .orElse("");
  }

  private static Stream<Element> children(Element parent) {
    List<Element> children = new ArrayList<>();
    for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element element) {
        children.add(element);
      }
    }
    return children.stream();
  }

  private static Optional<Element> decision(Element cell) {
    for (Node at = cell; at instanceof Element element; at = at.getParentNode()) {
      if (element.getLocalName().equals("decision")) {
        return Optional.of(element);
      }
    }
    return Optional.empty();
  }

  private void add(Element element, String predicate) {
    String decision = decision(element).map(each -> each.getAttribute("id")).orElse("");
    List<String> ids =
        Stream.of(decision, element.getAttribute("id"))
            .filter(id -> !id.isBlank())
            .distinct()
            .toList();
    problems.add(
        document.placeOf(element),
        "Decision '%s': %s %s".formatted(decision, where(element), predicate),
        ids);
  }

  /** A cell by its rule and column, as shown in the table. */
  private static String where(Element element) {
    String id = element.getAttribute("id");
    String kind = element.getLocalName() + (id.isBlank() ? "" : " '%s'".formatted(id));
    if (!"rule".equals(element.getParentNode().getLocalName())) {
      return kind;
    }
    Element rule = (Element) element.getParentNode();
    return "%s (rule %d, column %d)".formatted(kind, position(rule), position(element));
  }

  private static long position(Element element) {
    return children((Element) element.getParentNode())
            .filter(each -> each.getLocalName().equals(element.getLocalName()))
            .takeWhile(each -> each != element)
            .count()
        + 1;
  }
}
