package dev.outwork.engine.database;

import java.util.List;
import java.util.Optional;

/**
 * A query to be sent together with others: see {@link Sql#ask(Question...)}. Not thread-safe; can
 * be executed once.
 */
public final class Question<T> {
  private final Statement statement;
  private final Row.Reader<T> reader;
  private List<T> rows;

  public Question(Statement statement, Row.Reader<T> reader) {
    this.statement = statement;
    this.reader = reader;
  }

  /** All rows of the result, after execution. */
  public List<T> rows() {
    return rows;
  }

  /** The only row of the result, if there is one, after execution. */
  public Optional<T> row() {
    return rows.stream().findFirst();
  }

  Statement statement() {
    return statement;
  }

  Row.Reader<T> reader() {
    return reader;
  }

  void answer(List<T> found) {
    rows = found;
  }
}
