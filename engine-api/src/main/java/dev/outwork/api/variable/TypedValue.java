package dev.outwork.api.variable;

import dev.outwork.api.ProcessEngineException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A value with its type.
 *
 * @param type never null
 * @param value null, or an object of the class of the type; arrays are not copied and must not be
 *     changed
 * @param valueInfo further information on the value; never null. Keys are those of Camunda 7:
 *     {@code filename}, {@code mimeType}, {@code encoding}, {@code objectTypeName}, {@code
 *     serializationDataFormat}, {@code transient}
 */
public record TypedValue(ValueType type, Object value, Map<String, Object> valueInfo) {
  public static final String FILENAME = "filename";
  public static final String MIME_TYPE = "mimeType";
  public static final String ENCODING = "encoding";
  public static final String OBJECT_TYPE_NAME = "objectTypeName";
  public static final String SERIALIZATION_DATA_FORMAT = "serializationDataFormat";
  public static final String TRANSIENT = "transient";

  /** The {@code serializationDataFormat} of an object that is serialized as JSON. */
  public static final String JSON_FORMAT = "application/json";

  /** The null value of a variable. */
  public static final TypedValue NULL = new TypedValue(ValueType.NULL, null, Map.of());

  private static final List<ValueType> UNTYPED =
      List.of(
          ValueType.STRING,
          ValueType.BOOLEAN,
          ValueType.INTEGER,
          ValueType.LONG,
          ValueType.DOUBLE,
          ValueType.SHORT,
          ValueType.DATE,
          ValueType.BYTES);

  public TypedValue {
    Objects.requireNonNull(type, "type");
    valueInfo = valueInfo == null ? Map.of() : Map.copyOf(valueInfo);
    if (value != null && !type.javaType().isInstance(value)) {
      throw new ProcessEngineException(
          "A %s is not a value of type '%s'"
              .formatted(value.getClass().getSimpleName(), type.typeName()));
    }
    if (value instanceof Instant instant) {
      value = instant.truncatedTo(ChronoUnit.MILLIS);
    }
  }

  /** A value without further information. */
  public static TypedValue of(ValueType type, Object value) {
    return new TypedValue(type, value, Map.of());
  }

  public static TypedValue string(String value) {
    return of(ValueType.STRING, value);
  }

  public static TypedValue integer(Integer value) {
    return of(ValueType.INTEGER, value);
  }

  public static TypedValue bool(Boolean value) {
    return of(ValueType.BOOLEAN, value);
  }

  /**
   * Converts a plain Java object: null, a Boolean, Short, Integer, Long, Double, String, byte
   * array, {@link Instant} or {@link Date}. A typed value is returned unchanged.
   *
   * @throws ProcessEngineException for any other object: pass a map or an object as {@link #json}
   */
  public static TypedValue untyped(Object value) {
    if (value == null) {
      return NULL;
    }
    if (value instanceof TypedValue typed) {
      return typed;
    }
    if (value instanceof Date date) {
      return of(ValueType.DATE, date.toInstant());
    }
    for (ValueType type : UNTYPED) {
      if (type.javaType().isInstance(value)) {
        return of(type, value);
      }
    }
    throw new ProcessEngineException(
        "A %s cannot be a variable: use a text, number, boolean, date or bytes, or pass it as JSON"
            .formatted(value.getClass().getSimpleName()));
  }

  /** A JSON document; the text is not checked. */
  public static TypedValue json(String text) {
    return of(ValueType.JSON, text);
  }

  /** A serialized object; the text is not checked. */
  public static TypedValue object(
      String objectTypeName, String serializationDataFormat, String text) {
    return new TypedValue(
        ValueType.OBJECT,
        text,
        Map.of(
            OBJECT_TYPE_NAME, objectTypeName, SERIALIZATION_DATA_FORMAT, serializationDataFormat));
  }

  /**
   * A structure without a declared type. It is an {@code Object} for readers that request
   * deserialized values, and {@link ValueType#JSON} for all others.
   *
   * @param structure a map, a collection, or a number without a type of its own; it determines the
   *     {@code objectTypeName} only
   * @param text the structure as JSON
   */
  public static TypedValue structure(Object structure, String text) {
    return new TypedValue(
        ValueType.JSON, text, Map.of(OBJECT_TYPE_NAME, objectTypeName(structure)));
  }

  /**
   * The type name of a structure in Camunda 7: {@code java.util.LinkedHashMap} for a map, {@code
   * java.util.ArrayList} for a collection, otherwise the name of the class.
   */
  public static String objectTypeName(Object structure) {
    if (structure instanceof Map) {
      return "java.util.LinkedHashMap";
    }
    return structure instanceof Collection ? "java.util.ArrayList" : structure.getClass().getName();
  }

  /**
   * A file.
   *
   * @param filename required
   * @param mimeType null if unknown
   * @param encoding the charset of a text file; null if it does not apply
   */
  public static TypedValue file(String filename, String mimeType, String encoding, byte[] content) {
    Map<String, Object> info = new LinkedHashMap<>();
    info.put(FILENAME, filename);
    if (mimeType != null) {
      info.put(MIME_TYPE, mimeType);
    }
    if (encoding != null) {
      info.put(ENCODING, encoding);
    }
    return new TypedValue(ValueType.FILE, content, info);
  }

  /** Whether it is a {@link #structure} without a declared type. */
  public boolean isStructure() {
    return type == ValueType.JSON && valueInfo.containsKey(OBJECT_TYPE_NAME);
  }

  /** Whether the value is a JSON text: a {@code Json}, or an {@code Object} serialized as JSON. */
  public boolean hasJson() {
    return value != null
        && (type == ValueType.JSON
            || type == ValueType.OBJECT
                && JSON_FORMAT.equals(valueInfo.get(SERIALIZATION_DATA_FORMAT)));
  }

  /** Whether the value lives only within the transaction that sets it. */
  public boolean isTransient() {
    return Boolean.TRUE.equals(valueInfo.get(TRANSIENT));
  }
}
