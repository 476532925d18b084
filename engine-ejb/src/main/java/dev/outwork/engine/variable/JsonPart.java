package dev.outwork.engine.variable;

import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.api.variable.ValueType;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.RandomAccess;
import java.util.Set;

/**
 * A map or list within a JSON variable, for expressions. It is stored as read, with every digit, in
 * the type of the variable.
 */
sealed interface JsonPart {
  Source source();

  JsonValue json();

  /** The part as a value that can be stored. */
  default TypedValue typed() {
    return source().typed(this);
  }

  /** The variable that was read, and its whole JSON. */
  record Source(VariableValue variable, JsonValue json) {
    static Source of(VariableValue variable) {
      return new Source(
          variable, JsonTexts.parse(variable.name(), (String) variable.value().value()));
    }

    /** A structure, or a plain value. */
    Object read() {
      return read(json);
    }

    private Object read(JsonValue part) {
      return switch (part.getValueType()) {
        case NULL -> null;
        case TRUE -> true;
        case FALSE -> false;
        case STRING -> ((JsonString) part).getString();
        case NUMBER -> number((JsonNumber) part);
        case ARRAY -> new Items(this, part.asJsonArray());
        case OBJECT -> new Entries(this, part.asJsonObject());
      };
    }

    private Number number(JsonNumber number) {
      try {
        return JsonNumbers.plain(number);
      } catch (ArithmeticException e) {
        throw new ProcessEngineException(
            "Cannot read variable '%s': a number in its text is too large"
                .formatted(variable.name()),
            e);
      }
    }

    // How clients read a part depends on how the whole was sent.
    private TypedValue typed(JsonPart part) {
      if (part.json() == json) {
        return variable.toKeep();
      }
      String text = part.json().toString();
      if (variable.value().type() == ValueType.OBJECT) {
        return TypedValue.object(TypedValue.objectTypeName(part), TypedValue.JSON_FORMAT, text);
      }
      return variable.value().isStructure()
          ? TypedValue.structure(part, text)
          : TypedValue.json(text);
    }
  }

  /** A list. */
  final class Items extends AbstractList<Object> implements JsonPart, RandomAccess {
    private final Source source;
    private final JsonArray json;

    private Items(Source source, JsonArray json) {
      this.source = source;
      this.json = json;
    }

    @Override
    public Source source() {
      return source;
    }

    @Override
    public JsonValue json() {
      return json;
    }

    @Override
    public Object get(int index) {
      return source.read(json.get(index));
    }

    @Override
    public int size() {
      return json.size();
    }
  }

  /** A map. */
  final class Entries extends AbstractMap<String, Object> implements JsonPart {
    private final Source source;
    private final JsonObject json;

    private Entries(Source source, JsonObject json) {
      this.source = source;
      this.json = json;
    }

    @Override
    public Source source() {
      return source;
    }

    @Override
    public JsonValue json() {
      return json;
    }

    @Override
    public Object get(Object key) {
      JsonValue part = json.get(key);
      return part == null ? null : source.read(part);
    }

    @Override
    public boolean containsKey(Object key) {
      return json.containsKey(key);
    }

    @Override
    public int size() {
      return json.size();
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
      Map<String, Object> entries = new LinkedHashMap<>();
      json.forEach((key, part) -> entries.put(key, source.read(part)));
      return entries.entrySet();
    }
  }
}
