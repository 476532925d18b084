package dev.outwork.testkit.assertions;

import dev.outwork.api.ListQuery;
import dev.outwork.api.history.HistoricVariableInstance;
import dev.outwork.api.history.HistoricVariableInstanceFilter;
import dev.outwork.api.history.HistoricVariableInstanceSort;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.api.variable.ValueType;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** The variables of a process instance itself, with their current or last values. */
final class InstanceVariables {
  private final EngineServices engine;
  private final List<HistoricVariableInstance> all;

  InstanceVariables(EngineServices engine, String instanceId) {
    this.engine = engine;
    this.all =
        engine
            .history()
            .variableInstances(
                ListQuery.<HistoricVariableInstanceFilter, HistoricVariableInstanceSort>all()
                    .with(HistoricVariableInstanceFilter.PROCESS_INSTANCE_ID, instanceId)
                    .with(HistoricVariableInstanceFilter.EXECUTION_ID_IN, List.of(instanceId)));
  }

  boolean has(String name) {
    return variable(name).isPresent();
  }

  boolean has(String name, Object value) {
    TypedValue asked = TypedValue.untyped(value);
    return variable(name)
        .map(this::valueOf)
        .filter(now -> now.type() == asked.type() || asked.value() == null)
        .filter(now -> Objects.deepEquals(now.value(), asked.value()))
        .isPresent();
  }

  private Optional<HistoricVariableInstance> variable(String name) {
    return all.stream().filter(variable -> variable.name().equals(name)).findFirst();
  }

  // Lists come without bytes.
  private TypedValue valueOf(HistoricVariableInstance variable) {
    ValueType type = variable.value().type();
    return type == ValueType.BYTES || type == ValueType.FILE
        ? engine.history().variableContent(variable.id()).orElse(variable.value())
        : variable.value();
  }

  String inWords() {
    return all.isEmpty()
        ? "it has no variables"
        : all.stream()
            .map(variable -> inWords(variable.name(), variable.value()))
            .sorted()
            .collect(Collectors.joining(", ", "it has ", ""));
  }

  static String inWords(String name, Object value) {
    TypedValue typed = TypedValue.untyped(value);
    Object shown = typed.value() instanceof byte[] bytes ? bytes.length + " bytes" : typed.value();
    return typed.value() == null
        ? "'%s' = null".formatted(name)
        : "'%s' = %s (%s)".formatted(name, shown, typed.type().typeName());
  }
}
