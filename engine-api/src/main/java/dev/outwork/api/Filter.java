package dev.outwork.api;

import java.util.List;

/**
 * One filter of a list, with its name in the REST API. Each kind of list has one enum of filters,
 * so that all of them can be read in one place.
 */
public interface Filter {
  /** The name of the query parameter and of the JSON property. */
  String parameter();

  /** The kind of value that the filter takes. */
  Kind kind();

  /** The values that the filter accepts; empty if it accepts any text, or takes no text. */
  default List<String> words() {
    return List.of();
  }

  /** The kinds of filter values, and the Java type of each in a {@link ListQuery}. */
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
