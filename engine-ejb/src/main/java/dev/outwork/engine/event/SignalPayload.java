package dev.outwork.engine.event;

import dev.outwork.api.variable.TypedValue;
import dev.outwork.api.variable.ValueType;
import dev.outwork.engine.token.SentSignal;
import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** A signal as the text in a job. Transient values end with their transaction. */
final class SignalPayload {
  private SignalPayload() {}

  static String write(SentSignal signal) {
    JsonObjectBuilder variables = Json.createObjectBuilder();
    signal
        .variables()
        .forEach(
            (name, value) -> {
              if (!value.isTransient()) {
                variables.add(name, write(value));
              }
            });
    return Json.createObjectBuilder()
        .add("name", signal.name())
        .add("variables", variables)
        .build()
        .toString();
  }

  private static JsonObjectBuilder write(TypedValue value) {
    JsonObjectBuilder info = Json.createObjectBuilder();
    value.valueInfo().forEach((key, said) -> info.add(key, said.toString()));
    return Json.createObjectBuilder()
        .add("type", value.type().typeName())
        .add("value", content(value))
        .add("valueInfo", info);
  }

  private static JsonValue content(TypedValue typed) {
    Object value = typed.value();
    if (value == null) {
      return JsonValue.NULL;
    }
    return switch (typed.type()) {
      case NULL -> JsonValue.NULL;
      case BOOLEAN -> (Boolean) value ? JsonValue.TRUE : JsonValue.FALSE;
      case SHORT, INTEGER, LONG -> Json.createValue(((Number) value).longValue());
      // As a text, because JSON cannot represent every double.
      case DOUBLE -> Json.createValue(value.toString());
      case DATE -> Json.createValue(((Instant) value).toEpochMilli());
      case STRING, JSON, XML, OBJECT -> Json.createValue((String) value);
      case BYTES, FILE -> Json.createValue(Base64.getEncoder().encodeToString((byte[]) value));
    };
  }

  static SentSignal read(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      JsonObject json = reader.readObject();
      Map<String, TypedValue> variables = new LinkedHashMap<>();
      json.getJsonObject("variables")
          .forEach((name, value) -> variables.put(name, typed(value.asJsonObject())));
      return new SentSignal(json.getString("name"), variables);
    }
  }

  private static TypedValue typed(JsonObject json) {
    ValueType type = ValueType.named(json.getString("type")).orElseThrow();
    Map<String, Object> info = new LinkedHashMap<>();
    json.getJsonObject("valueInfo")
        .forEach((key, said) -> info.put(key, ((JsonString) said).getString()));
    return new TypedValue(type, value(type, json.get("value")), info);
  }

  private static Object value(ValueType type, JsonValue json) {
    if (json.getValueType() == JsonValue.ValueType.NULL) {
      return null;
    }
    return switch (type) {
      case NULL -> null;
      case BOOLEAN -> json.getValueType() == JsonValue.ValueType.TRUE;
      case SHORT -> (short) number(json);
      case INTEGER -> (int) number(json);
      case LONG -> number(json);
      case DOUBLE -> Double.valueOf(text(json));
      case DATE -> Instant.ofEpochMilli(number(json));
      case STRING, JSON, XML, OBJECT -> text(json);
      case BYTES, FILE -> Base64.getDecoder().decode(text(json));
    };
  }

  private static long number(JsonValue json) {
    return ((JsonNumber) json).longValueExact();
  }

  private static String text(JsonValue json) {
    return ((JsonString) json).getString();
  }
}
