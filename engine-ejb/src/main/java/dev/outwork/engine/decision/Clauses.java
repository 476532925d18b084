package dev.outwork.engine.decision;

import dev.outwork.api.history.HistoricDecisionClause;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.api.variable.ValueType;
import dev.outwork.engine.database.Ids;
import dev.outwork.engine.dmn.Evaluation.Clause;
import dev.outwork.engine.variable.Values;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;

/** Inputs and outputs of a decision as one text, because they are only read as a whole. */
final class Clauses {
  private Clauses() {}

  static String write(List<Clause> clauses) {
    JsonArrayBuilder all = Json.createArrayBuilder();
    clauses.forEach(clause -> all.add(write(clause)));
    return all.build().toString();
  }

  private static JsonObjectBuilder write(Clause clause) {
    JsonObjectBuilder json = Json.createObjectBuilder().add("id", Ids.next());
    text(json, "clauseId", clause.clauseId());
    text(json, "clauseName", clause.clauseName());
    text(json, "ruleId", clause.ruleId());
    text(json, "variableName", clause.variableName());
    if (clause.ruleOrder() != null) {
      json.add("ruleOrder", clause.ruleOrder());
    }
    TypedValue value = Values.fromExpression(clause.value());
    json.add("type", value.type().typeName());
    text(json, "class", (String) value.valueInfo().get(TypedValue.OBJECT_TYPE_NAME));
    return json.add("value", json(value));
  }

  private static void text(JsonObjectBuilder json, String name, String text) {
    if (text != null) {
      json.add(name, text);
    }
  }

  private static JsonValue json(TypedValue typed) {
    Object value = typed.value();
    if (value == null) {
      return JsonValue.NULL;
    }
    if (value instanceof Boolean truth) {
      return truth ? JsonValue.TRUE : JsonValue.FALSE;
    }
    if (value instanceof Instant instant) {
      return Json.createValue(instant.toEpochMilli());
    }
    if (value instanceof Double fraction) {
      return Json.createValue(fraction);
    }
    if (value instanceof Number number) {
      return Json.createValue(number.longValue());
    }
    return Json.createValue((String) value);
  }

  static List<HistoricDecisionClause> read(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      JsonArray all = reader.readArray();
      return all.getValuesAs(JsonObject.class).stream().map(Clauses::read).toList();
    }
  }

  private static HistoricDecisionClause read(JsonObject json) {
    return new HistoricDecisionClause(
        json.getString("id"),
        json.getString("clauseId", null),
        json.getString("clauseName", null),
        json.getString("ruleId", null),
        json.containsKey("ruleOrder") ? (Integer) json.getInt("ruleOrder") : null,
        json.getString("variableName", null),
        value(json));
  }

  private static TypedValue value(JsonObject json) {
    JsonValue value = json.get("value");
    ValueType type = ValueType.named(json.getString("type")).orElseThrow();
    return switch (type) {
      case NULL -> TypedValue.NULL;
      case BOOLEAN -> TypedValue.bool(value == JsonValue.TRUE);
      case INTEGER -> TypedValue.integer(((JsonNumber) value).intValue());
      case SHORT -> TypedValue.of(type, (short) ((JsonNumber) value).intValue());
      case LONG -> TypedValue.of(type, ((JsonNumber) value).longValue());
      case DOUBLE -> TypedValue.of(type, ((JsonNumber) value).doubleValue());
      case DATE -> TypedValue.of(type, Instant.ofEpochMilli(((JsonNumber) value).longValue()));
      case STRING -> TypedValue.string(((JsonString) value).getString());
      default ->
          TypedValue.object(
              json.getString("class"), TypedValue.JSON_FORMAT, ((JsonString) value).getString());
    };
  }
}
