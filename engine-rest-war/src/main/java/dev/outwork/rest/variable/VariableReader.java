package dev.outwork.rest.variable;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.api.variable.ValueType;
import dev.outwork.rest.format.Json;
import dev.outwork.rest.format.RestException;
import java.math.BigInteger;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads values of clients, typed (docs/rest-api.md, "Variable types" and "Untyped values") or
 * untyped (2.3).
 */
public final class VariableReader {
  private VariableReader() {}

  /** An absent map is empty. */
  public static Map<String, TypedValue> readAll(Map<String, VariableValueDto> sent) {
    Map<String, TypedValue> values = new LinkedHashMap<>();
    if (sent != null) {
      sent.forEach((name, value) -> values.put(name, read(name, value)));
    }
    return values;
  }

  /** Reads values and prefixes refusals with their purpose. */
  public static Map<String, TypedValue> readAll(
      Map<String, VariableValueDto> sent, String refusalPrefix) {
    try {
      return readAll(sent);
    } catch (RestException e) {
      throw e.after(refusalPrefix);
    }
  }

  public static TypedValue read(VariableValueDto sent) {
    if (sent.type() == null) {
      return untyped(sent.value(), ValueInfoReader.withoutType(sent.valueInfo()));
    }
    ValueType type =
        ValueType.named(sent.type())
            .orElseThrow(
                () ->
                    RestException.rest(400, "Unsupported value type '%s'".formatted(sent.type())));
    Map<String, Object> valueInfo = ValueInfoReader.read(type, sent.valueInfo());
    Object value = Coercion.coerce(sent.value(), type, sent.type());
    if (type == ValueType.FILE && value == null) {
      throw RestException.invalidRequest("A value of type 'File' must have content");
    }
    if (type == ValueType.OBJECT) {
      SerializedObject.check(value, valueInfo);
    }
    return new TypedValue(type, value, valueInfo);
  }

  /** An untyped value to compare with; structures are refused. */
  public static TypedValue comparable(Object value) {
    TypedValue typed = untyped(value, Map.of());
    if (typed.type() == ValueType.JSON) {
      throw new ProcessEngineException("Object values cannot be used to query");
    }
    return typed;
  }

  private static TypedValue read(String name, VariableValueDto sent) {
    if (sent == null) {
      throw RestException.invalidRequest(
          "Variable '%s' is null, which is not an object with a 'value'".formatted(name));
    }
    return read(sent);
  }

  private static TypedValue untyped(Object value, Map<String, Object> valueInfo) {
    TypedValue typed = isStructure(value) ? structure(value) : plain(value);
    Map<String, Object> all = new LinkedHashMap<>(typed.valueInfo());
    all.putAll(valueInfo);
    return new TypedValue(typed.type(), typed.value(), all);
  }

  // An integer beyond 64 bits would lose digits as a double, so it stays JSON.
  private static boolean isStructure(Object value) {
    return value instanceof Map || value instanceof Collection || value instanceof BigInteger;
  }

  private static TypedValue structure(Object value) {
    try {
      return TypedValue.structure(value, Json.MAPPER.writeValueAsString(value));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static TypedValue plain(Object value) {
    boolean speaksForItself =
        value == null
            || value instanceof Boolean
            || value instanceof String
            || value instanceof Integer
            || value instanceof Long;
    return speaksForItself
        ? TypedValue.untyped(value)
        : TypedValue.untyped(Coercion.coerce(value, ValueType.DOUBLE, "Double"));
  }
}
