package dev.outwork.engine.variable;

import dev.outwork.api.variable.TypedValue;
import dev.outwork.api.variable.ValueType;
import dev.outwork.engine.expression.ExpressionException;
import dev.outwork.engine.expression.Opaque;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** The value of a variable, unchanged, with the name that the expression used. */
record VariableValue(String name, TypedValue value) implements Opaque {

  /** The value to store under another name: it is no longer transient. */
  TypedValue toKeep() {
    Map<String, Object> valueInfo = new LinkedHashMap<>(value.valueInfo());
    valueInfo.remove(TypedValue.TRANSIENT);
    return new TypedValue(value.type(), value.value(), valueInfo);
  }

  /** The value as an entry of a list or a map. */
  JsonValue toJson() {
    if (value.type() == ValueType.BYTES) {
      return Json.createValue(Base64.getEncoder().encodeToString((byte[]) value.value()));
    }
    if (value.hasJson()) {
      return JsonTexts.parse(name, (String) value.value());
    }
    throw new ExpressionException("%s cannot be put into a list or a map".formatted(description()));
  }

  @Override
  public String description() {
    Object format = value.valueInfo().get(TypedValue.SERIALIZATION_DATA_FORMAT);
    return "variable '%s' of type '%s'".formatted(name, value.type().typeName())
        + (format == null ? "" : " in format '%s'".formatted(format));
  }

  @Override
  public boolean isXml() {
    return value.type() == ValueType.XML;
  }

  /** Called by the container's expressions to concatenate texts. */
  @Override
  public String toString() {
    if (value.value() instanceof String text) {
      return text;
    }
    throw new ExpressionException("%s has no text".formatted(description()));
  }
}
