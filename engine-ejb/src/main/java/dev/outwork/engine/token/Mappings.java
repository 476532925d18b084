package dev.outwork.engine.token;

import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.bpmn.Mapping;
import dev.outwork.engine.variable.Variables;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The variables that {@code camunda:in} and {@code camunda:out} pass on. */
final class Mappings {
  private Mappings() {}

  /** What the mappings yield as an activity sees it, by the names of the other side. */
  static Map<String, TypedValue> values(List<Mapping> mappings, Activity from) {
    Map<String, TypedValue> values = new LinkedHashMap<>();
    mappings.forEach(mapping -> values.putAll(values(mapping, from)));
    return values;
  }

  static Map<String, TypedValue> values(Mapping mapping, Activity from) {
    Running running = from.running();
    List<String> chain = running.activities().scopesFrom(from.id());
    if (mapping.isAll()) {
      return all(running.variables(), mapping.local() ? List.of(from.id()) : chain);
    }
    Mapping.Source source = mapping.value();
    TypedValue value =
        source.variable() != null
            ? running.variables().get(chain, source.variable()).orElse(TypedValue.NULL)
            : Evaluator.of(running)
                .result(source.expression(), "the mapping to '" + mapping.target() + "'", from);
    return Map.of(mapping.target(), value);
  }

  /** All that is seen from a scope, files with their content. */
  static Map<String, TypedValue> all(Variables variables, List<String> chain) {
    Map<String, TypedValue> values = new LinkedHashMap<>();
    variables
        .visibleFrom(chain)
        .keySet()
        .forEach(name -> values.put(name, variables.get(chain, name).orElseThrow()));
    return values;
  }
}
