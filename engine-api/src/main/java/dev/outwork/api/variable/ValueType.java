package dev.outwork.api.variable;

import java.time.Instant;
import java.util.Optional;

/** The types of variable values, with their names in the REST API. */
public enum ValueType {
  NULL("Null", Void.class),
  BOOLEAN("Boolean", Boolean.class),
  SHORT("Short", Short.class),
  INTEGER("Integer", Integer.class),
  LONG("Long", Long.class),
  DOUBLE("Double", Double.class),
  STRING("String", String.class),
  /** An instant in milliseconds. */
  DATE("Date", Instant.class),
  BYTES("Bytes", byte[].class),
  /** Bytes with a name, a media type and an encoding in the value info. */
  FILE("File", byte[].class),
  /** The text of a JSON document. */
  JSON("Json", String.class),
  /** The text of an XML document. */
  XML("Xml", String.class),
  /** A serialized object; format and type name are in the value info. */
  OBJECT("Object", String.class);

  private final String typeName;
  private final Class<?> javaType;

  ValueType(String typeName, Class<?> javaType) {
    this.typeName = typeName;
    this.javaType = javaType;
  }

  /** The name in the REST API, such as {@code String}. */
  public String typeName() {
    return typeName;
  }

  /** The Java class of values of this type. */
  public Class<?> javaType() {
    return javaType;
  }

  /**
   * The type with this name in the REST API; the case of the first letter does not matter (docs/rest-api.md, "Typed values").
   */
  public static Optional<ValueType> named(String name) {
    if (name == null || name.isEmpty()) {
      return Optional.empty();
    }
    String capitalised = Character.toUpperCase(name.charAt(0)) + name.substring(1);
    for (ValueType type : values()) {
      if (type.typeName.equals(capitalised)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
