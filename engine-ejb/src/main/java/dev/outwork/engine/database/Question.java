package dev.outwork.engine.database;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A query to be sent together with others: see {@link Sql#ask(Question...)}. Not thread-safe; can
 * be executed once.
 */
public final class Question<T> {
  private final String statement;
  private final Row.Reader<T> reader;
  private final List<Object> parameters;
  private List<T> rows;

  /**
   * @param statement without a semicolon, with positional parameters
   */
  public Question(String statement, Row.Reader<T> reader, Object... parameters) {
    this.statement = statement;
    this.reader = reader;
    this.parameters = Arrays.asList(parameters);
  }

  /** All rows of the result, after execution. */
  public List<T> rows() {
    return rows;
  }

  /** The only row of the result, if there is one, after execution. */
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
