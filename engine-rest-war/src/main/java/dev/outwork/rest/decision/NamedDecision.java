package dev.outwork.rest.decision;

import dev.outwork.api.NotFoundException;
import dev.outwork.rest.decision.DecisionDefinitionResource.DecisionModelDto;
import dev.outwork.rest.format.Failures;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A decision definition or decision requirements definition as addressed by a path.
 *
 * @param given its id; status 404 if the path has a key that no definition has
 * @param none the message if no definition has the id
 */
record NamedDecision(Supplier<String> given, String none) {
  /** Status 404 if there is no such definition. */
  <T> T get(Function<String, Optional<T>> find) {
    String id = id();
    return find.apply(id).orElseThrow(() -> Failures.missing(none, id));
  }

  DecisionModelDto model(Function<String, Optional<String>> find) {
    String id = id();
    return find.apply(id)
        .map(model -> new DecisionModelDto(id, model))
        .orElseThrow(() -> Failures.missing(none, id));
  }

  /** No image is stored; status 400 if there is no such definition. */
  void diagram(Function<String, ? extends Optional<?>> find) {
    String id = id();
    if (find.apply(id).isEmpty()) {
      throw new NotFoundException(none.formatted(id));
    }
  }

  String id() {
    return given.get();
  }
}
