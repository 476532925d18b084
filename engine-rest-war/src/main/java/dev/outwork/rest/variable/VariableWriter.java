package dev.outwork.rest.variable;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.api.variable.ValueType;
import dev.outwork.rest.format.Json;
import dev.outwork.rest.format.JsonFault;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes values, always with type and value info, because clients read both. */
public final class VariableWriter {
  private VariableWriter() {}

  /** The content of a file is not included; it has a path of its own. */
  public static VariableValueDto write(TypedValue value) {
    Object content = value.type() == ValueType.FILE ? null : value.value();
    Map<String, Object> valueInfo = new LinkedHashMap<>(value.valueInfo());
    if (value.isStructure()) {
      valueInfo.remove(TypedValue.OBJECT_TYPE_NAME);
    }
    return new VariableValueDto(value.type().typeName(), content, valueInfo);
  }

  /**
   * Writes a value; an {@code Object} in JSON and a structure without declared type are written as
   * the structure that the text describes. No class is loaded.
   *
   * @param deserialize whether the client requested that
   * @throws ProcessEngineException if the value is declared as JSON but cannot be parsed
   */
  public static VariableValueDto write(TypedValue value, boolean deserialize) {
    boolean isObject = value.type() == ValueType.OBJECT || value.isStructure();
    if (!deserialize || !isObject || !value.hasJson()) {
      return write(value);
    }
    Map<String, Object> valueInfo = new LinkedHashMap<>(value.valueInfo());
    valueInfo.put(TypedValue.SERIALIZATION_DATA_FORMAT, TypedValue.JSON_FORMAT);
    return new VariableValueDto(ValueType.OBJECT.typeName(), structure(value), valueInfo);
  }

  public static Map<String, VariableValueDto> writeAll(Map<String, TypedValue> values) {
    return writeAll(values, false);
  }

  /**
   * @param deserialize as {@link #write(TypedValue, boolean)}
   * @throws ProcessEngineException if one of the objects cannot be parsed
   */
  public static Map<String, VariableValueDto> writeAll(
      Map<String, TypedValue> values, boolean deserialize) {
    Map<String, VariableValueDto> written = new LinkedHashMap<>();
    values.forEach(
        (name, value) -> {
          try {
            written.put(name, write(value, deserialize));
          } catch (ProcessEngineException e) {
            throw new ProcessEngineException(
                "Cannot get variable %s: %s".formatted(name, e.getMessage()), e);
          }
        });
    return written;
  }

  /**
   * Deserializes all values that can be deserialized; a text that cannot be parsed stays a text.
   */
  public static Map<String, VariableValueDto> writeReadable(Map<String, TypedValue> values) {
    Map<String, VariableValueDto> written = new LinkedHashMap<>();
    values.forEach((name, value) -> written.put(name, readable(value)));
    return written;
  }

  private static VariableValueDto readable(TypedValue value) {
    try {
      return write(value, true);
    } catch (ProcessEngineException e) {
      return write(value);
    }
  }

  private static Object structure(TypedValue value) {
    try {
      return Json.MAPPER.readTree((String) value.value());
    } catch (JsonProcessingException e) {
      throw new ProcessEngineException(
          "Cannot deserialize an object of format '%s': %s"
              .formatted(TypedValue.JSON_FORMAT, JsonFault.reason(e)),
          e);
    }
  }
}
