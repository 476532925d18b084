package dev.outwork.delegate;

import java.util.List;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.type.PrimitiveValueType;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.camunda.bpm.engine.variable.value.TypedValue;

/** Converts plain Java objects to typed values of Camunda 7. */
public final class PlainValues {
  private static final List<PrimitiveValueType> TYPES =
      List.of(
          ValueType.STRING,
          ValueType.BOOLEAN,
          ValueType.SHORT,
          ValueType.INTEGER,
          ValueType.LONG,
          ValueType.DOUBLE,
          ValueType.DATE,
          ValueType.BYTES);

  private PlainValues() {}

  /** The typed value for the class of the object; a typed value is returned unchanged. */
  public static TypedValue typed(Object value) {
    if (value == null) {
      return Variables.untypedNullValue();
    }
    if (value instanceof TypedValue typed) {
      return typed.getType() == null ? typed(typed.getValue()) : typed;
    }
    return TYPES.stream()
        .filter(type -> type.getJavaType().isInstance(value))
        .findFirst()
        .map(type -> type.createValue(value, null))
        .orElseGet(() -> Variables.objectValue(value).create());
  }
}
