package dev.outwork.engine.bpmn.reader;

import dev.outwork.api.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The root elements that events refer to by id: errors, escalations, messages and signals. */
final class Declarations {
  private static final Map<String, String> TEXTS =
      Map.of(
          "error",
          "errorCode",
          "escalation",
          "escalationCode",
          "message",
          "name",
          "signal",
          "name");

  private static final List<String> REFERENCES =
      List.of("errorRef", "escalationRef", "messageRef", "signalRef");

  private final Map<String, Element> declared = new HashMap<>();
  private final Set<String> used;

  Declarations(Element definitions) {
    definitions.children().stream()
        .filter(child -> TEXTS.containsKey(child.kind()) && child.id() != null)
        .forEach(child -> declared.putIfAbsent(child.kind() + " " + child.id(), child));
    used =
        definitions
            .withDescendants()
            .flatMap(element -> REFERENCES.stream().map(element::reference))
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
  }

  /** The element of this kind that an attribute refers to; empty if it is not declared. */
  Optional<Element> referredToBy(Element holder, String attribute, String kind) {
    return Optional.ofNullable(declared.get(kind + " " + holder.reference(attribute)));
  }

  /**
   * The code of the error that {@code errorRef} refers to, otherwise the text of {@code errorRef}
   * itself (docs/rest-api.md, "Error event definitions"); empty if there is no reference, or the
   * error has no code.
   */
  Optional<String> errorCode(Element definition) {
    if (definition.given("errorRef") == null) {
      return Optional.empty();
    }
    return referredToBy(definition, "errorRef", "error")
        .map(error -> Optional.ofNullable(error.given("errorCode")))
        .orElse(Optional.of(definition.given("errorRef")));
  }

  boolean declaresError(String id) {
    return declared.containsKey("error " + id);
  }

  /** Empty if the error is not declared or has no code. */
  Optional<String> codeOfError(String id) {
    return Optional.ofNullable(declared.get("error " + id)).map(error -> error.given("errorCode"));
  }

  /** Checks elements that are referred to; others are not used. */
  void check(Problems problems) {
    for (Element element : declared.values()) {
      if (used.contains(element.id())) {
        check(element, TEXTS.get(element.kind()), problems);
      }
    }
  }

  private static void check(Element element, String attribute, Problems problems) {
    String text = element.attribute(attribute);
    if (element.is("escalation") && "".equals(text)) {
      problems.warn(
          element, "has an empty escalationCode: what catches it catches every escalation");
    } else if (text != null && text.isBlank()) {
      problems.add(element, "has an empty " + attribute);
    } else if (text != null && text.length() > IdRules.MAX_LENGTH) {
      problems.add(
          element,
          "has the %s '%s...' of %d characters; at most %d are allowed"
              .formatted(attribute, Texts.cut(text, 40), text.length(), IdRules.MAX_LENGTH));
    }
  }
}
