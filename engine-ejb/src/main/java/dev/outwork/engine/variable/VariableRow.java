package dev.outwork.engine.variable;

import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.api.variable.ValueType;
import java.time.Instant;

/** A typed value mapped to its columns. */
public record VariableRow(
    String id,
    String processInstanceId,
    String scopeId,
    String name,
    String type,
    String textValue,
    Long longValue,
    Double doubleValue,
    byte[] bytesValue,
    String valueInfo,
    Instant createdAt) {

  static VariableRow of(
      String id,
      String processInstanceId,
      String scopeId,
      String name,
      TypedValue value,
      Instant now) {
    Columns columns = Columns.of(value);
    return new VariableRow(
        id,
        processInstanceId,
        scopeId,
        storable(name, name),
        value.type().typeName(),
        storable(name, columns.text()),
        columns.number(),
        columns.fraction(),
        columns.bytes(),
        ValueInfos.write(value.valueInfo()),
        now);
  }

  // PostgreSQL cannot store this character in a text. JSON escapes it in the value info.
  private static String storable(String name, String text) {
    if (text != null && text.indexOf('\0') >= 0) {
      throw new ProcessEngineException(
          "Cannot store variable '%s': its name or text contains the character U+0000"
              .formatted(name.replace('\0', '?')));
    }
    return text;
  }

  public StoredVariable toVariable() {
    ValueType valueType = ValueType.named(type).orElseThrow();
    Columns columns = new Columns(textValue, longValue, doubleValue, bytesValue);
    return new StoredVariable(
        id,
        scopeId,
        name,
        new TypedValue(valueType, columns.value(valueType), ValueInfos.read(valueInfo)));
  }
}
