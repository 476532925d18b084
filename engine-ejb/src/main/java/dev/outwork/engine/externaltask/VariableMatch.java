package dev.outwork.engine.externaltask;

import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.variable.TypedValue;
import java.time.Instant;
import java.util.Map;

/**
 * Whether a variable of the process instance itself is equal to a value of the same type, numbers
 * and null whatever their type (docs/rest-api.md, "Fetch and lock").
 */
final class VariableMatch {
  private static final String CLAUSE =
      """
      exists (select 1
                        from variable v
                       where v.scope_id = t.process_instance_id
                         and v.name = :name_%1$s
                         and %2$s)""";

  private static final String NOTHING =
      """
      v.text_value is null
                         and v.long_value is null
                         and v.double_value is null
                         and v.bytes_value is null""";

  private VariableMatch() {}

  static String clause(String suffix, TypedValue value) {
    return CLAUSE.formatted(suffix, value.value() == null ? NOTHING : comparison(suffix, value));
  }

  private static String comparison(String suffix, TypedValue value) {
    return switch (value.type()) {
      case STRING -> "v.type = 'String' and v.text_value = :value_" + suffix;
      case BOOLEAN -> "v.type = 'Boolean' and v.long_value = :value_" + suffix;
      case DATE -> "v.type = 'Date' and v.long_value = :value_" + suffix;
      case SHORT, INTEGER, LONG, DOUBLE ->
          """
          (v.type in ('Short', 'Integer', 'Long') and v.long_value = :value_%1$s
                       or v.type = 'Double' and v.double_value = :fraction_%1$s)"""
              .formatted(suffix);
      case NULL, BYTES, FILE, JSON, XML, OBJECT ->
          throw new ProcessEngineException("Object values cannot be used to query");
    };
  }

  static void putValues(
      Map<String, Object> values, String suffix, Map.Entry<String, TypedValue> variable) {
    values.put("name_" + suffix, variable.getKey());
    Object value = variable.getValue().value();
    if (value instanceof Number number) {
      values.put("value_" + suffix, whole(number));
      values.put("fraction_" + suffix, number.doubleValue());
    } else if (value != null) {
      values.put("value_" + suffix, comparable(value));
    }
  }

  /** Null, which is equal to nothing, if it is no whole number. */
  private static Long whole(Number number) {
    if (number instanceof Double fraction) {
      boolean isWhole = fraction == Math.rint(fraction) && Math.abs(fraction) < Long.MAX_VALUE;
      return isWhole ? (Long) fraction.longValue() : null;
    }
    return number.longValue();
  }

  private static Object comparable(Object value) {
    if (value instanceof Boolean truth) {
      return truth ? 1L : 0L;
    }
    return value instanceof Instant instant ? (Object) instant.toEpochMilli() : value;
  }
}
