package dev.outwork.engine.database;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A whole SQL statement with named parameters such as {@code :id}, and their values. A value is
 * sent beside the text and never becomes part of it. Immutable: a store creates each statement
 * once, when its class is loaded.
 *
 * <p>A collection is a list in parentheses: {@code in (:ids)}.
 */
public final class Statement {
  private static final Object MISSING = new Object();

  private final StatementText text;
  private final Object[] values;

  private Statement(StatementText text, Object[] values) {
    this.text = text;
    this.values = values;
  }

  /** A statement of which no parameter has a value yet. */
  public static Statement of(String sql) {
    StatementText text = StatementText.parse(sql);
    Object[] values = new Object[text.names().size()];
    Arrays.fill(values, MISSING);
    return new Statement(text, values);
  }

  /** The same with the value of a parameter, wherever it occurs. */
  public Statement with(String name, Object value) {
    int index = text.names().indexOf(name);
    if (index < 0) {
      throw new IllegalArgumentException("No parameter ':%s' in: %s".formatted(name, text.sql()));
    }
    Object[] all = values.clone();
    all[index] = value;
    return new Statement(text, all);
  }

  /** The same with the values of all parameters that are among these. */
  public Statement withAll(Map<String, ?> given) {
    Object[] all = values.clone();
    for (int i = 0; i < all.length; i++) {
      String name = text.names().get(i);
      all[i] = given.containsKey(name) ? given.get(name) : all[i];
    }
    return new Statement(text, all);
  }

  /** The text as JDBC takes it, with a question mark for each of {@link #parameters()}. */
  String sql() {
    return hasLists() ? text.sql(values) : text.sql();
  }

  /** The values in the order of their question marks. */
  List<Object> parameters() {
    List<Object> parameters = new ArrayList<>();
    for (int index : text.order()) {
      Object value = values[index];
      if (value == MISSING) {
        throw new IllegalStateException(
            "Parameter ':%s' has no value in: %s".formatted(text.names().get(index), text.sql()));
      }
      if (value instanceof Collection<?> list) {
        parameters.addAll(list);
      } else {
        parameters.add(value);
      }
    }
    return parameters;
  }

  private boolean hasLists() {
    for (Object value : values) {
      if (value instanceof Collection<?>) {
        return true;
      }
    }
    return false;
  }

  /** The same text with the same values. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Statement that
        && text == that.text
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return Objects.hash(text, Arrays.hashCode(values));
  }

  /** Without the values, which are nobody's business. */
  @Override
  public String toString() {
    return text.sql();
  }
}
