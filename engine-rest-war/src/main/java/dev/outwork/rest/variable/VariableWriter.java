package dev.outwork.rest.variable;

import dev.outwork.api.variable.TypedValue;
import dev.outwork.api.variable.ValueType;
import java.util.LinkedHashMap;
import java.util.Map;

/** Says a value on the wire: always with a type and a value info, because clients read both. */
public final class VariableWriter {
  private VariableWriter() {}

  /** A file's content stays here; it has an address of its own. */
  public static VariableValueDto write(TypedValue value) {
    Object content = value.type() == ValueType.FILE ? null : value.value();
    return new VariableValueDto(value.type().typeName(), content, value.valueInfo());
  }

  public static Map<String, VariableValueDto> writeAll(Map<String, TypedValue> values) {
    Map<String, VariableValueDto> written = new LinkedHashMap<>();
    values.forEach((name, value) -> written.put(name, write(value)));
    return written;
  }
}
