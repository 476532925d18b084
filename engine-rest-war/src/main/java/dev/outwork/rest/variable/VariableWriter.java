package dev.outwork.rest.variable;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.api.variable.ValueType;
import dev.outwork.rest.wire.Json;
import dev.outwork.rest.wire.JsonFault;
import java.util.LinkedHashMap;
import java.util.Map;

/** Says a value on the wire: always with a type and a value info, because clients read both. */
public final class VariableWriter {
  private static final String JSON = "application/json";

  private VariableWriter() {}

  /** A file's content stays here; it has an address of its own. */
  public static VariableValueDto write(TypedValue value) {
    Object content = value.type() == ValueType.FILE ? null : value.value();
    return new VariableValueDto(value.type().typeName(), content, value.valueInfo());
  }

  /**
   * The same, an {@code Object} as the structure that its text describes, if it is JSON. No class
   * is loaded for it.
   *
   * @param deserialize whether the reader wants that
   * @throws ProcessEngineException if it says that it is JSON but is not
   */
  public static VariableValueDto write(TypedValue value, boolean deserialize) {
    return deserialize && isJsonObject(value)
        ? new VariableValueDto(value.type().typeName(), structure(value), value.valueInfo())
        : write(value);
  }

  public static Map<String, VariableValueDto> writeAll(Map<String, TypedValue> values) {
    return writeAll(values, false);
  }

  /**
   * @param deserialize as {@link #write(TypedValue, boolean)}
   * @throws ProcessEngineException if the text of one of the objects cannot be read
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

  private static boolean isJsonObject(TypedValue value) {
    return value.type() == ValueType.OBJECT
        && value.value() != null
        && JSON.equals(value.valueInfo().get(TypedValue.SERIALIZATION_DATA_FORMAT));
  }

  private static Object structure(TypedValue value) {
    try {
      return Json.MAPPER.readTree((String) value.value());
    } catch (JsonProcessingException e) {
      throw new ProcessEngineException(
          "Cannot deserialize an object of format '%s': %s".formatted(JSON, JsonFault.reason(e)),
          e);
    }
  }
}
