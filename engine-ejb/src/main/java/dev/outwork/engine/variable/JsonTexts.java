package dev.outwork.engine.variable;

import dev.outwork.api.ProcessEngineException;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON texts as maps, lists and plain values, and back. */
final class JsonTexts {
  private JsonTexts() {}

  /** The content of a variable; null for no text. */
  static Object read(String name, String text) {
    if (text == null) {
      return null;
    }
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return plain(reader.readValue());
    } catch (ArithmeticException e) {
      throw new ProcessEngineException(
          "Cannot read variable '%s': a number in its text is too large".formatted(name), e);
    } catch (RuntimeException e) {
      // More than a JsonException: of a text that is nested too deeply Parsson tells by a bare one.
      throw new ProcessEngineException(
          "Cannot read variable '%s': its text is no JSON, or is nested too deeply".formatted(name),
          e);
    }
  }

  static String write(Object value) {
    return json(value).toString();
  }

  private static Object plain(JsonValue value) {
    return switch (value.getValueType()) {
      case NULL -> null;
      case TRUE -> true;
      case FALSE -> false;
      case STRING -> ((JsonString) value).getString();
      case NUMBER -> plainNumber(((JsonNumber) value).bigDecimalValue());
      case ARRAY -> plainList(value.asJsonArray());
      case OBJECT -> plainMap(value.asJsonObject());
    };
  }

  private static Object plainNumber(BigDecimal number) {
    try {
      long whole = number.longValueExact();
      if (whole == (int) whole) {
        return (int) whole;
      }
      return whole;
    } catch (ArithmeticException e) {
      return finite(number.doubleValue());
    }
  }

  // JSON, to which it may have to go back, has no infinite numbers.
  private static double finite(double number) {
    if (Double.isInfinite(number)) {
      throw new ArithmeticException("Out of the range of a double");
    }
    return number;
  }

  private static List<Object> plainList(JsonArray array) {
    List<Object> list = new ArrayList<>();
    array.forEach(item -> list.add(plain(item)));
    return list;
  }

  private static Map<String, Object> plainMap(JsonObject object) {
    Map<String, Object> map = new LinkedHashMap<>();
    object.forEach((key, item) -> map.put(key, plain(item)));
    return map;
  }

  private static JsonValue json(Object value) {
    if (value == null) {
      return JsonValue.NULL;
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
    if (value instanceof List<?> list) {
      var array = Json.createArrayBuilder();
      list.forEach(item -> array.add(json(item)));
      return array.build();
    }
    if (value instanceof Object[] items) {
      return json(Arrays.asList(items));
    }
    return Json.createValue(value.toString());
  }
}
