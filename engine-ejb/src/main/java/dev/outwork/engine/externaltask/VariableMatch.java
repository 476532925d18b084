package dev.outwork.engine.externaltask;

import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.variable.TypedValue;
import java.time.Instant;
import java.util.Map;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * Whether a variable of the process instance itself is equal to a value of the same type, numbers
 * whatever their type (wire section 3.3).
 */
final class VariableMatch {
  private static final String CLAUSE =
      """
      exists (select 1
                        from variable v
                       where v.scope_id = t.process_instance_id
                         and v.name = :name_%1$s
                         and %2$s)""";

  private VariableMatch() {}

  static String clause(String suffix, TypedValue value) {
    String comparison =
        switch (value.type()) {
          case NULL -> "v.type = 'Null'";
          case STRING -> "v.type = 'String' and v.text_value = :value_" + suffix;
          case BOOLEAN -> "v.type = 'Boolean' and v.long_value = :value_" + suffix;
          case DATE -> "v.type = 'Date' and v.long_value = :value_" + suffix;
          case SHORT, INTEGER, LONG, DOUBLE ->
              """
              (v.type in ('Short', 'Integer', 'Long') and v.long_value = :value_%1$s
                           or v.type = 'Double' and v.double_value = :fraction_%1$s)"""
                  .formatted(suffix);
          case BYTES, FILE, JSON, XML, OBJECT ->
              throw new ProcessEngineException("Object values cannot be used to query");
        };
    return CLAUSE.formatted(suffix, comparison);
  }

  static void bind(
      SqlStatement<?> statement, String suffix, Map.Entry<String, TypedValue> variable) {
    statement.bind("name_" + suffix, variable.getKey());
    TypedValue value = variable.getValue();
    switch (value.type()) {
      case NULL -> {}
      case SHORT, INTEGER, LONG, DOUBLE -> {
        Number number = (Number) value.value();
        statement.bind("value_" + suffix, whole(number));
        statement.bind("fraction_" + suffix, number == null ? null : (Double) number.doubleValue());
      }
      default -> statement.bind("value_" + suffix, comparable(value.value()));
    }
  }

  /** Null, which is equal to nothing, if it is no whole number. */
  private static Long whole(Number number) {
    if (number instanceof Double fraction) {
      boolean isWhole = fraction == Math.rint(fraction) && Math.abs(fraction) < Long.MAX_VALUE;
      return isWhole ? (Long) fraction.longValue() : null;
    }
    return number == null ? null : (Long) number.longValue();
  }

  private static Object comparable(Object value) {
    if (value instanceof Boolean truth) {
      return truth ? 1L : 0L;
    }
    return value instanceof Instant instant ? (Object) instant.toEpochMilli() : value;
  }
}
