package dev.outwork.engine.bpmn;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The errors that a document declares, by id. */
final class Errors {
  private final Map<String, Element> declared;

  Errors(Element definitions) {
    this.declared =
        definitions
            .children("error")
            .filter(error -> error.id() != null)
            .collect(Collectors.toMap(Element::id, Function.identity(), (first, second) -> first));
  }

  boolean declares(String id) {
    return declared.containsKey(id);
  }

  /** Empty if the error is not declared or has no code. */
  Optional<String> codeOf(String id) {
    return Optional.ofNullable(declared.get(id)).map(error -> error.attribute("errorCode"));
  }

  void check(Problems problems) {
    for (Element error : declared.values()) {
      String code = error.attribute("errorCode");
      if (code != null && code.isBlank()) {
        problems.add(error, "has an empty errorCode");
      }
    }
  }
}
