package dev.outwork.engine.database;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A statement that finds rows, for those that are sent together: see {@link Sql#ask(Question...)}.
 * Not thread-safe; asked once.
 */
public final class Question<T> {
  private final String statement;
  private final Row.Reader<T> reader;
  private final List<Object> parameters;
  private List<T> rows;

  /**
   * @param statement without a semicolon; its parameters are given in their order
   */
  public Question(String statement, Row.Reader<T> reader, Object... parameters) {
    this.statement = statement;
    this.reader = reader;
    this.parameters = Arrays.asList(parameters);
  }

  /** All rows that it has found, once it was asked. */
  public List<T> rows() {
    return rows;
  }

  /** The one row that it has found, if there is one. */
  public Optional<T> row() {
    return rows.stream().findFirst();
  }

  String statement() {
    return statement;
  }

  Row.Reader<T> reader() {
    return reader;
  }

  List<Object> parameters() {
    return parameters;
  }

  void answer(List<T> found) {
    rows = found;
  }
}
