package dev.outwork.engine.variable;

import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.api.variable.ValueType;
import dev.outwork.engine.database.Insert;
import dev.outwork.engine.database.Row;
import java.time.Instant;

/** A typed value mapped to its columns. */
public record VariableRow(
    String id,
    String processInstanceId,
    String scopeId,
    String name,
    String type,
    Columns value,
    String valueInfo,
    Instant createdAt) {

  static final Insert<VariableRow> INSERT =
      Insert.<VariableRow>into("variable")
          .column("id", VariableRow::id)
          .column("process_instance_id", VariableRow::processInstanceId)
          .column("scope_id", VariableRow::scopeId)
          .column("name", VariableRow::name)
          .column("type", VariableRow::type)
          .column("text_value", variable -> variable.value.text())
          .column("long_value", variable -> variable.value.number())
          .column("double_value", variable -> variable.value.fraction())
          .column("bytes_value", variable -> variable.value.bytes())
          .column("value_info", VariableRow::valueInfo)
          .column("created_at", VariableRow::createdAt);

  /** A row of the inserted columns. */
  static VariableRow read(Row row) {
    return new VariableRow(
        row.text("id"),
        row.text("process_instance_id"),
        row.text("scope_id"),
        row.text("name"),
        row.text("type"),
        new Columns(
            row.text("text_value"),
            row.number("long_value"),
            row.fraction("double_value"),
            row.bytes("bytes_value")),
        row.text("value_info"),
        row.instant("created_at"));
  }

  static VariableRow of(
      String id,
      String processInstanceId,
      String scopeId,
      String name,
      TypedValue value,
      Instant now) {
    Columns columns = Columns.of(value);
    storable(name, columns.text());
    return new VariableRow(
        id,
        processInstanceId,
        scopeId,
        storable(name, name),
        value.type().typeName(),
        columns,
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
    return new StoredVariable(
        id,
        scopeId,
        name,
        new TypedValue(valueType, value.value(valueType), ValueInfos.read(valueInfo)));
  }
}
