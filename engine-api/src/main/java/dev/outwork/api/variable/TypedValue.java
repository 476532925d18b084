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
 * @param value null, or an object of the class that the type names; arrays are not copied and must
 *     not be changed
 * @param valueInfo what else is known of the value; never null. Keys are those of Camunda 7: {@code
 *     filename}, {@code mimeType}, {@code encoding}, {@code objectTypeName}, {@code
 *     serializationDataFormat}, {@code transient}
 */
public record TypedValue(ValueType type, Object value, Map<String, Object> valueInfo) {
  public static final String FILENAME = "filename";
  public static final String MIME_TYPE = "mimeType";
  public static final String ENCODING = "encoding";
  public static final String OBJECT_TYPE_NAME = "objectTypeName";
  public static final String SERIALIZATION_DATA_FORMAT = "serializationDataFormat";
  public static final String TRANSIENT = "transient";

  /** The {@code serializationDataFormat} of an object whose text is JSON. */
  public static final String JSON_FORMAT = "application/json";

  /** The value of a variable that was set to nothing. */
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
          "Cannot take a %s as a value of type '%s'"
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
   * The typed value of a plain Java object: null, a Boolean, Short, Integer, Long, Double, String,
   * byte array, {@link Instant} or {@link Date}; a typed value stays what it is.
   *
   * @throws ProcessEngineException if it is anything else: a map or an object is to be written as
   *     {@link #json} first
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
        "Cannot take a %s as a variable: it is neither text, number, boolean, date nor bytes; write it as JSON"
            .formatted(value.getClass().getSimpleName()));
  }

  /** The text of a JSON document; it is not checked here. */
  public static TypedValue json(String text) {
    return of(ValueType.JSON, text);
  }

  /** The text of an object, as somebody has serialized it. */
  public static TypedValue object(
      String objectTypeName, String serializationDataFormat, String text) {
    return new TypedValue(
        ValueType.OBJECT,
        text,
        Map.of(
            OBJECT_TYPE_NAME, objectTypeName, SERIALIZATION_DATA_FORMAT, serializationDataFormat));
  }

  /**
   * A structure that nobody has given a type: who asks for deserialized values gets an {@code
   * Object}, everybody else the {@link ValueType#JSON} that it is.
   *
   * @param structure a map, a collection, or a number that has no type of its own; it is only asked
   *     which of these it is, which becomes the {@code objectTypeName}
   * @param text its JSON
   */
  public static TypedValue structure(Object structure, String text) {
    return new TypedValue(
        ValueType.JSON, text, Map.of(OBJECT_TYPE_NAME, objectTypeName(structure)));
  }

  /**
   * The name that Camunda 7 has for a structure: of a map {@code java.util.LinkedHashMap}, of a
   * collection {@code java.util.ArrayList}, else that of its class.
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
   * @param encoding the charset of a text file, null if it does not apply
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

  /** Whether it is a {@link #structure} that nobody has given a type. */
  public boolean isStructure() {
    return type == ValueType.JSON && valueInfo.containsKey(OBJECT_TYPE_NAME);
  }

  /** Whether there is a text in JSON: that of a {@code Json}, or of an {@code Object} in JSON. */
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
