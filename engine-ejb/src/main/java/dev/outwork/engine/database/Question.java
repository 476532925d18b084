package dev.outwork.engine.database;

import java.util.List;
import java.util.Optional;

/**
 * A statement that finds rows, for those that are sent together: see {@link Sql#ask(Question...)}.
 * Not thread-safe; asked once.
 */
public final class Question<T> {
  private final Statement statement;
  private final Row.Reader<T> reader;
  private List<T> rows;

  public Question(Statement statement, Row.Reader<T> reader) {
    this.statement = statement;
    this.reader = reader;
  }

  /** All rows that it has found, once it was asked. */
  public List<T> rows() {
    return rows;
  }

  /** The one row that it has found, if there is one. */
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
