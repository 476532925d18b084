package dev.outwork.api;

import java.util.List;

/**
 * One condition that a list accepts, by the name that it has on the wire. Implemented by one enum
 * for each kind of list, so that a list's conditions can be read in one place.
 */
public interface Filter {
  /** The name of the query parameter and of the JSON property. */
  String parameter();

  /** What kind of value it takes. */
  Kind kind();

  /** The texts that it takes; empty if it takes any, or takes no text. */
  default List<String> words() {
    return List.of();
  }

  /** The kinds of value and the Java type that stands for each in a {@link ListQuery}. */
  enum Kind {
    /** {@link String}. */
    STRING,
    /** {@code List<String>}; an empty list restricts nothing. */
    STRINGS,
    /** {@link Boolean}; only {@code true} restricts. */
    FLAG,
    /** {@link Integer}. */
    INTEGER,
    /** {@link Long}. */
    LONG,
    /** {@link java.time.Instant}. */
    DATE,
    /** {@code List<VariableCondition>}. */
    VARIABLE_CONDITIONS,
    /** {@link String}, {@link Number}, {@link Boolean} or {@link java.time.Instant}. */
    VALUE
  }
}
