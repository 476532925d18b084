package dev.outwork.rest.variable;

import dev.outwork.api.variable.ValueType;
import dev.outwork.rest.format.JsonFault;
import dev.outwork.rest.format.RestDate;
import dev.outwork.rest.format.RestException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;

/**
 * Converts a JSON value to the type that the client declares (docs/rest-api.md, "Variable types").
 */
final class Coercion {
  // The class names that Camunda 7 uses in the message.
  private static final Map<ValueType, String> JAVA_TYPES =
      Map.of(ValueType.DATE, "java.util.Date", ValueType.NULL, "java.lang.Void");

  private Coercion() {}

  static Object coerce(Object value, ValueType type, String typeAsSent) {
    if (value == null) {
      return null;
    }
    try {
      return convert(value, type);
    } catch (IllegalArgumentException e) {
      throw RestException.invalidRequest(
          "Cannot convert value '%s' of type '%s' to java type %s"
              .formatted(
                  JsonFault.shorten(String.valueOf(value)),
                  typeAsSent,
                  JAVA_TYPES.getOrDefault(type, type.javaType().getName())));
    }
  }

  private static Object convert(Object value, ValueType type) {
    return switch (type) {
      case BOOLEAN -> bool(value);
      case SHORT -> isBlank(value) ? null : (Object) Short.valueOf(text(value));
      case INTEGER -> isBlank(value) ? null : (Object) Integer.valueOf(text(value));
      case LONG -> isBlank(value) ? null : (Object) Long.valueOf(text(value));
      case DOUBLE -> isBlank(value) ? null : (Object) number(text(value));
      case STRING -> String.valueOf(value);
      case DATE -> isBlank(value) ? null : (Object) date(only(String.class, value));
      case BYTES, FILE -> Base64.getDecoder().decode(withoutLineBreaks(only(String.class, value)));
      case JSON, XML, OBJECT -> only(String.class, value);
      case NULL -> throw new IllegalArgumentException("Only null is of type Null");
    };
  }

  private static Boolean bool(Object value) {
    if (value instanceof Boolean known) {
      return known;
    }
    return switch (only(String.class, value).strip()) {
      case "true", "True", "TRUE" -> true;
      case "false", "False", "FALSE" -> false;
      case "" -> null;
      default -> throw new IllegalArgumentException("Not a boolean");
    };
  }

  private static Double number(String text) {
    double number = Double.parseDouble(text);
    // Also refuses values out of range, which JSON cannot represent in the response.
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      throw new IllegalArgumentException("Not finite");
    }
    return number;
  }

  private static Instant date(String text) {
    return RestDate.parse(text).orElseThrow(() -> new IllegalArgumentException("Not a date"));
  }

  private static String text(Object scalar) {
    return scalar instanceof String text ? text.strip() : only(Number.class, scalar).toString();
  }

  private static boolean isBlank(Object value) {
    return value instanceof String text && text.isBlank();
  }

  private static String withoutLineBreaks(String base64) {
    return base64.replace("\r", "").replace("\n", "");
  }

  private static <T> T only(Class<T> type, Object value) {
    if (!type.isInstance(value)) {
      throw new IllegalArgumentException("No " + type.getSimpleName());
    }
    return type.cast(value);
  }
}
