package dev.outwork.engine.bpmn;

import dev.outwork.engine.bpmn.InputOutput.Value;
import dev.outwork.engine.expression.CurrentExecution;
import dev.outwork.engine.expression.ExecutionProperty;
import dev.outwork.engine.expression.Expression;
import dev.outwork.engine.expression.Names;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The kinds of values of parameters. */
public final class ParameterValues {

  private ParameterValues() {}

  /** A text or an expression. */
  public record Single(Expression expression) implements Value {
    @Override
    public Object evaluate(Names names) {
      return expression.evaluateWhole(names);
    }
  }

  /**
   * A local variable of the activity, null if there is none; variables of the same name in outer
   * scopes are ignored.
   */
  public record Own(String name) implements Value {
    @Override
    public Object evaluate(Names names) {
      return ((CurrentExecution) names.value(ExecutionProperty.EXECUTION)).wholeLocal(name);
    }
  }

  /** {@code camunda:list}. */
  public record Items(List<Value> items) implements Value {
    public Items {
      items = List.copyOf(items);
    }

    @Override
    public Object evaluate(Names names) {
      List<Object> values = new ArrayList<>();
      items.forEach(item -> values.add(item.evaluate(names)));
      return Collections.unmodifiableList(values);
    }
  }

  /** {@code camunda:map}, in document order. */
  public record Entries(List<Entry> entries) implements Value {
    public Entries {
      entries = List.copyOf(entries);
    }

    @Override
    public Object evaluate(Names names) {
      Map<String, Object> values = new LinkedHashMap<>();
      entries.forEach(
          entry ->
              values.put(
                  String.valueOf(entry.key().evaluate(names)), entry.value().evaluate(names)));
      return Collections.unmodifiableMap(values);
    }
  }

  /** One key with its value. */
  public record Entry(Expression key, Value value) {}
}
