package dev.outwork.engine.database;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Executes SQL on the connection of the container's current transaction. A {@link Statement} is a
 * constant of the store that executes it; a {@link Row.Reader} maps each row to a record; an {@link
 * Insert} names the columns and their values; {@link Writes} and {@link Question} combine several
 * statements in one round trip.
 */
@ApplicationScoped
public class Sql {
  static final String IDS = "ids";

  @Resource(lookup = Migrations.DATA_SOURCE)
  private DataSource dataSource;

  private Dialect dialect;

  /** An operation on a connection. */
  @FunctionalInterface
  interface Use<T> {
    T of(Connection connection) throws SQLException;
  }

  @PostConstruct
  void open() {
    dialect = use(connection -> Dialect.of(connection.getMetaData().getURL()));
  }

  /** The kind of database. */
  public Dialect dialect() {
    return dialect;
  }

  /** All rows of a query. */
  public <T> List<T> rows(Statement statement, Row.Reader<T> reader) {
    return use(connection -> Jdbc.rows(connection, statement, reader));
  }

  /** The only row of a query, if there is one and it is not mapped to null. */
  public <T> Optional<T> row(Statement statement, Row.Reader<T> reader) {
    List<T> rows = rows(statement, reader);
    return rows.isEmpty() ? Optional.empty() : Optional.ofNullable(rows.get(0));
  }

  /** The values of the only column of a query. */
  public List<String> texts(Statement statement) {
    return rows(statement, Row::only);
  }

  /** The only value of a query, if there is one and it is not null. */
  public Optional<String> text(Statement statement) {
    return row(statement, Row::only);
  }

  /**
   * All rows of a query for ids, which the statement names {@code :ids}: a thousand ids at a time.
   * Without ids, nothing is executed.
   */
  public <T> List<T> rowsOf(Statement statement, Collection<String> ids, Row.Reader<T> reader) {
    List<T> found = new ArrayList<>();
    for (List<String> some : Portions.of(List.copyOf(ids))) {
      found.addAll(rows(statement.with(IDS, some), reader));
    }
    return found;
  }

  /** Inserts, updates or deletes rows, and returns how many. */
  public int update(Statement statement) {
    return use(connection -> Jdbc.update(connection, statement.sql(), statement.parameters()));
  }

  /**
   * Updates or deletes rows by ids, which the statement names {@code :ids}: a thousand ids at a
   * time. Without ids, nothing is executed. Returns how many rows were changed.
   */
  public int updateOf(Statement statement, Collection<String> ids) {
    int changed = 0;
    for (List<String> some : Portions.of(List.copyOf(ids))) {
      changed += update(statement.with(IDS, some));
    }
    return changed;
  }

  /** Inserts rows, a thousand per statement. */
  public <R> void insert(Insert<R> insert, Collection<R> rows) {
    Writes writes = writes();
    writes.insert(insert, rows);
    writes.send();
  }

  /**
   * Executes several queries, on PostgreSQL in one round trip. Each is a statement of its own: if
   * one waits for a row lock, the following ones see the changes of the lock's owner.
   */
  public void ask(Question<?>... questions) {
    use(
        connection -> {
          if (dialect == Dialect.POSTGRESQL) {
            Jdbc.askTogether(connection, questions);
          } else {
            Jdbc.ask(connection, questions);
          }
          return null;
        });
  }

  /** Collects writes. */
  public Writes writes() {
    return new Writes(this);
  }

  /** The number of rows that each part of a statement has changed, where it is counted. */
  List<Integer> write(List<Writes.Part> statement) {
    return use(connection -> Jdbc.write(connection, statement));
  }

  <T> T use(Use<T> use) {
    try (Connection connection = dataSource.getConnection()) {
      return use.of(connection);
    } catch (SQLException e) {
      throw new IllegalStateException("The database refused a statement", e);
    }
  }
}
