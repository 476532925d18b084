package dev.outwork.rest.variable;

import static dev.outwork.api.variable.TypedValue.ENCODING;
import static dev.outwork.api.variable.TypedValue.FILENAME;
import static dev.outwork.api.variable.TypedValue.MIME_TYPE;
import static dev.outwork.api.variable.TypedValue.OBJECT_TYPE_NAME;
import static dev.outwork.api.variable.TypedValue.SERIALIZATION_DATA_FORMAT;
import static dev.outwork.api.variable.TypedValue.TRANSIENT;

import dev.outwork.api.variable.ValueType;
import dev.outwork.rest.format.RestException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the entries of a value info that belong to the type, and ignores the others
 * (docs/rest-api.md, "Value info").
 */
final class ValueInfoReader {
  // The spelling that Camunda 7 documents but does not read.
  private static final String DOCUMENTED_MIME_TYPE = "mimetype";

  private ValueInfoReader() {}

  static Map<String, Object> read(ValueType type, Map<String, Object> sent) {
    Map<String, Object> given = sent == null ? Map.of() : sent;
    Map<String, Object> valueInfo = new LinkedHashMap<>();
    if (given.get(TRANSIENT) != null) {
      takeTransient(given.get(TRANSIENT), valueInfo);
    }
    if (type == ValueType.OBJECT) {
      takeTexts(given, List.of(OBJECT_TYPE_NAME, SERIALIZATION_DATA_FORMAT), valueInfo);
    }
    if (type == ValueType.FILE) {
      takeFile(given, valueInfo);
    }
    return valueInfo;
  }

  /** Without a type, a flag that is no boolean is ignored. */
  static Map<String, Object> withoutType(Map<String, Object> sent) {
    boolean isTransient = sent != null && Boolean.TRUE.equals(sent.get(TRANSIENT));
    return isTransient ? Map.of(TRANSIENT, true) : Map.of();
  }

  private static void takeTransient(Object flag, Map<String, Object> valueInfo) {
    if (!(flag instanceof Boolean)) {
      throw RestException.invalidRequest(
          "Value info '%s' is '%s': it must be true or false".formatted(TRANSIENT, flag));
    }
    if (Boolean.TRUE.equals(flag)) {
      valueInfo.put(TRANSIENT, true);
    }
  }

  private static void takeFile(Map<String, Object> given, Map<String, Object> valueInfo) {
    if (given.get(MIME_TYPE) == null && given.get(DOCUMENTED_MIME_TYPE) != null) {
      valueInfo.put(MIME_TYPE, text(DOCUMENTED_MIME_TYPE, given.get(DOCUMENTED_MIME_TYPE)));
    }
    takeTexts(given, List.of(FILENAME, MIME_TYPE, ENCODING), valueInfo);
    if (!valueInfo.containsKey(FILENAME)) {
      throw RestException.invalidRequest(
          "A value of type 'File' must have a '%s' in its value info".formatted(FILENAME));
    }
  }

  private static void takeTexts(
      Map<String, Object> given, List<String> keys, Map<String, Object> valueInfo) {
    for (String key : keys) {
      if (given.get(key) != null) {
        valueInfo.put(key, text(key, given.get(key)));
      }
    }
  }

  private static String text(String key, Object value) {
    if (value instanceof String text) {
      return text;
    }
    throw RestException.invalidRequest(
        "Value info '%s' is '%s': it must be a string".formatted(key, value));
  }
}
