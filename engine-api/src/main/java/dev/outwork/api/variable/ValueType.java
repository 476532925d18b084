package dev.outwork.api.variable;

import java.time.Instant;
import java.util.Optional;

/** The types that a variable's value can have; the name of each is the one used on the wire. */
public enum ValueType {
  NULL("Null", Void.class),
  BOOLEAN("Boolean", Boolean.class),
  SHORT("Short", Short.class),
  INTEGER("Integer", Integer.class),
  LONG("Long", Long.class),
  DOUBLE("Double", Double.class),
  STRING("String", String.class),
  /** An instant with milliseconds. */
  DATE("Date", Instant.class),
  BYTES("Bytes", byte[].class),
  /** Bytes with a name, a media type and an encoding in the value info. */
  FILE("File", byte[].class),
  /** The text of a JSON document. */
  JSON("Json", String.class),
  /** The text of an XML document. */
  XML("Xml", String.class),
  /** The serialized text of an object; its format and type name are in the value info. */
  OBJECT("Object", String.class);

  private final String typeName;
  private final Class<?> javaType;

  ValueType(String typeName, Class<?> javaType) {
    this.typeName = typeName;
    this.javaType = javaType;
  }

  /** The name on the wire, such as {@code String}. */
  public String typeName() {
    return typeName;
  }

  /** The class of a {@link TypedValue}'s value of this type. */
  public Class<?> javaType() {
    return javaType;
  }

  /**
   * The type named so on the wire; the case of the first letter does not matter (docs/rest-api.md,
   * "Typed values").
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
