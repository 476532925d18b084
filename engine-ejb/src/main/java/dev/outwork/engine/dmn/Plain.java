package dev.outwork.engine.dmn;

import dev.outwork.engine.expression.Opaque;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Converts values between the engine and the library. */
final class Plain {
  private Plain() {}

  /** The value of a variable for FEEL, which can read only maps and lists. */
  static Object toFeel(Object value) {
    if (value instanceof Instant instant) {
      return Date.from(instant);
    }
    if (value instanceof Opaque opaque) {
      throw new DecisionException(
          "%s cannot be read by a decision".formatted(opaque.description()));
    }
    return value;
  }

  /** Durations, and dates and times without a type, become texts in ISO 8601. */
  static Object fromFeel(Object value) {
    if (value == null
        || value instanceof String
        || value instanceof Number
        || value instanceof Boolean) {
      return value;
    }
    if (value instanceof Date date) {
      return date.toInstant();
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> plain = new LinkedHashMap<>();
      map.forEach((key, item) -> plain.put(String.valueOf(key), fromFeel(item)));
      return Collections.unmodifiableMap(plain);
    }
    if (value instanceof Collection<?> items) {
      List<Object> plain = new ArrayList<>();
      items.forEach(item -> plain.add(fromFeel(item)));
      return Collections.unmodifiableList(plain);
    }
    if (value.getClass().getPackageName().startsWith("java.time")) {
      return value.toString();
    }
    throw new DecisionException(
        "it yields a function, a range, or another result that is not a value");
  }
}
