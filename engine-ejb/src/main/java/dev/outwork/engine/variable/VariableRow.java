package dev.outwork.engine.variable;


import dev.outwork.api.variable.TypedValue;
import dev.outwork.api.variable.ValueType;
import java.time.Instant;

/** A typed value spread over the columns that hold it. */
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
      String id, String processInstanceId, String scopeId, String name, TypedValue value, Instant now) {
    Columns columns = Columns.of(value);
    return new VariableRow(
        id,
        processInstanceId,
        scopeId,
        name,
        value.type().typeName(),
        columns.text(),
        columns.number(),
        columns.fraction(),
        columns.bytes(),
        ValueInfos.write(value.valueInfo()),
        now);
  }

  StoredVariable toVariable() {
    ValueType valueType = ValueType.named(type).orElseThrow();
    Columns columns = new Columns(textValue, longValue, doubleValue, bytesValue);
    return new StoredVariable(
        id, scopeId, name, new TypedValue(valueType, columns.value(valueType), ValueInfos.read(valueInfo)));
  }
}
