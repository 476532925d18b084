package dev.outwork.engine.variable;

import dev.outwork.api.variable.TypedValue;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;

/** Converts value infos to JSON objects and back. */
final class ValueInfos {
  private ValueInfos() {}

  /** Null if there is nothing to store. */
  static String write(Map<String, Object> valueInfo) {
    if (valueInfo.isEmpty()) {
      return null;
    }
    JsonObjectBuilder json = Json.createObjectBuilder();
    valueInfo.forEach(
        (key, value) -> {
          if (!TypedValue.TRANSIENT.equals(key)) {
            json.add(key, value.toString());
          }
        });
    return json.build().toString();
  }

  static Map<String, Object> read(String text) {
    if (text == null) {
      return Map.of();
    }
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      JsonObject json = reader.readObject();
      Map<String, Object> valueInfo = new LinkedHashMap<>();
      json.forEach((key, value) -> valueInfo.put(key, ((JsonString) value).getString()));
      return valueInfo;
    }
  }
}
