package dev.outwork.engine.externaltask;

import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.api.variable.ValueType;
import java.time.Instant;
import java.util.Map;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * Whether a variable of the process instance itself is equal to a value of the same type (wire
 * section 3.3).
 */
final class VariableMatch {
  private static final String CLAUSE =
      """
      exists (select 1
                        from variable v
                       where v.scope_id = t.process_instance_id
                         and v.name = :name_%1$s
                         and v.type = :type_%1$s%2$s)""";

  private VariableMatch() {}

  static String clause(String suffix, TypedValue value) {
    String comparison =
        switch (value.type()) {
          case NULL -> "";
          case STRING -> "\n                         and v.text_value = :value_" + suffix;
          case BOOLEAN, SHORT, INTEGER, LONG, DATE ->
              "\n                         and v.long_value = :value_" + suffix;
          case DOUBLE -> "\n                         and v.double_value = :value_" + suffix;
          case BYTES, FILE, JSON, XML, OBJECT ->
              throw new ProcessEngineException("Object values cannot be used to query");
        };
    return CLAUSE.formatted(suffix, comparison);
  }

  static void bind(
      SqlStatement<?> statement, String suffix, Map.Entry<String, TypedValue> variable) {
    TypedValue value = variable.getValue();
    statement.bind("name_" + suffix, variable.getKey());
    statement.bind("type_" + suffix, value.type().typeName());
    if (value.type() != ValueType.NULL) {
      statement.bind("value_" + suffix, comparable(value.value()));
    }
  }

  private static Object comparable(Object value) {
    if (value instanceof Boolean truth) {
      return truth ? 1L : 0L;
    }
    if (value instanceof Instant instant) {
      return instant.toEpochMilli();
    }
    if (value instanceof Short || value instanceof Integer) {
      return ((Number) value).longValue();
    }
    return value;
  }
}
