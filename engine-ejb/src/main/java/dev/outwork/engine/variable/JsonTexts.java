package dev.outwork.engine.variable;

import dev.outwork.api.ProcessEngineException;
import dev.outwork.engine.expression.JsonNode;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;

/** Parses and writes JSON texts. */
final class JsonTexts {
  private JsonTexts() {}

  /** Parses the content of a variable. */
  static JsonValue parse(String name, String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readValue();
    } catch (RuntimeException e) {
      // Catches more than JsonException: Parsson throws a plain RuntimeException for a text that is
      // nested too deeply.
      throw new ProcessEngineException(
          "Cannot read variable '%s': its text is not JSON or is nested too deeply".formatted(name),
          e);
    }
  }

  /** Writes maps, lists and plain values; parts read from JSON stay unchanged. */
  static String write(Object value) {
    return json(value).toString();
  }

  private static JsonValue json(Object value) {
    if (value == null) {
      return JsonValue.NULL;
    }
    if (value instanceof JsonPart part) {
      return part.json();
    }
    if (value instanceof JsonNode node) {
      return json(node.plain());
    }
    if (value instanceof VariableValue variable) {
      return variable.toJson();
    }
    if (value instanceof Boolean truth) {
      return truth ? JsonValue.TRUE : JsonValue.FALSE;
    }
    if (value instanceof Number number) {
      return Json.createValue(new BigDecimal(number.toString()));
    }
    if (value instanceof Map<?, ?> map) {
      var object = Json.createObjectBuilder();
      map.forEach((key, item) -> object.add(String.valueOf(key), json(item)));
      return object.build();
    }
    if (value instanceof Collection<?> items) {
      var array = Json.createArrayBuilder();
      items.forEach(item -> array.add(json(item)));
      return array.build();
    }
    if (value instanceof Object[] items) {
      return json(Arrays.asList(items));
    }
    return Json.createValue(value.toString());
  }
}
