package dev.outwork.rest.variable;

import static dev.outwork.api.variable.TypedValue.OBJECT_TYPE_NAME;
import static dev.outwork.api.variable.TypedValue.SERIALIZATION_DATA_FORMAT;

import dev.outwork.api.ProcessEngineException;
import java.util.Map;
import java.util.Set;

/**
 * A serialized object. Missing value info is answered with status 500, because existing clients
 * expect it of the engine's serializers (docs/rest-api.md, "Objects and structures").
 */
final class SerializedObject {
  private static final String JAVA = "application/x-java-serialized-object";
  private static final Set<String> FORMATS = Set.of("application/json", "application/xml");

  private SerializedObject() {}

  static void check(Object text, Map<String, Object> valueInfo) {
    Object format = valueInfo.get(SERIALIZATION_DATA_FORMAT);
    if (JAVA.equals(format)) {
      throw new ProcessEngineException(
          "Cannot set variable: Java serialization format is prohibited");
    }
    if (format == null || !FORMATS.contains(format)) {
      throw new ProcessEngineException(
          "Cannot find serializer for a value of type 'Object' with '%s' '%s'"
              .formatted(SERIALIZATION_DATA_FORMAT, format));
    }
    if (text != null && valueInfo.get(OBJECT_TYPE_NAME) == null) {
      throw new ProcessEngineException(
          "A value of type 'Object' must have an '%s' in its value info"
              .formatted(OBJECT_TYPE_NAME));
    }
  }
}
