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
 * Whole SQL statements on the connection of the transaction that the container has begun. A {@link
 * Statement} is a constant of the store that sends it; a {@link Row.Reader} makes a record of each
 * row that it finds; {@link Insert} says where the values of a row go; {@link Writes} and {@link
 * Question} are for those that are sent together.
 */
@ApplicationScoped
public class Sql {
  static final String IDS = "ids";

  @Resource(lookup = Migrations.DATA_SOURCE)
  private DataSource dataSource;

  private Dialect dialect;

  /** What is done with a connection. */
  @FunctionalInterface
  interface Use<T> {
    T of(Connection connection) throws SQLException;
  }

  @PostConstruct
  void open() {
    dialect = use(connection -> Dialect.of(connection.getMetaData().getURL()));
  }

  /** Which database it is. */
  public Dialect dialect() {
    return dialect;
  }

  /** All rows that a statement finds. */
  public <T> List<T> rows(Statement statement, Row.Reader<T> reader) {
    return use(connection -> Jdbc.rows(connection, statement, reader));
  }

  /** The one row that a statement finds, if there is one and it is read as something. */
  public <T> Optional<T> row(Statement statement, Row.Reader<T> reader) {
    List<T> rows = rows(statement, reader);
    return rows.isEmpty() ? Optional.empty() : Optional.ofNullable(rows.get(0));
  }

  /** The values of the only column that a statement finds. */
  public List<String> texts(Statement statement) {
    return rows(statement, Row::only);
  }

  /** The only value that a statement finds, if there is one and it is not null. */
  public Optional<String> text(Statement statement) {
    return row(statement, Row::only);
  }

  /**
   * All rows that a statement finds by ids, which it names {@code :ids}: a thousand at a time, and
   * nothing is asked if there are none.
   */
  public <T> List<T> rowsOf(Statement statement, Collection<String> ids, Row.Reader<T> reader) {
    List<T> found = new ArrayList<>();
    for (List<String> some : Portions.of(List.copyOf(ids))) {
      found.addAll(rows(statement.with(IDS, some), reader));
    }
    return found;
  }

  /** Inserts, updates or deletes rows; answers how many. */
  public int update(Statement statement) {
    return use(connection -> Jdbc.update(connection, statement.sql(), statement.parameters()));
  }

  /**
   * Updates or deletes rows by ids, which the statement names {@code :ids}: a thousand at a time,
   * and nothing is told if there are none. Answers how many rows were changed.
   */
  public int updateOf(Statement statement, Collection<String> ids) {
    int changed = 0;
    for (List<String> some : Portions.of(List.copyOf(ids))) {
      changed += update(statement.with(IDS, some));
    }
    return changed;
  }

  /** Inserts rows, a thousand with each statement. */
  public <R> void insert(Insert<R> insert, Collection<R> rows) {
    Writes writes = writes();
    writes.insert(insert, rows);
    writes.send();
  }

  /**
   * Asks several questions, on PostgreSQL in one round trip. Each is a statement of its own: what
   * one has to wait for because it locks rows, those after it see.
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

  /** Gathers what is to be written. */
  public Writes writes() {
    return new Writes(this);
  }

  /** How many rows each part of a statement has changed, if it is counted. */
  List<Integer> write(List<Writes.Part> statement) {
    return use(connection -> Jdbc.write(connection, statement));
  }

  <T> T use(Use<T> use) {
    try (Connection connection = dataSource.getConnection()) {
      return use.of(connection);
    } catch (SQLException e) {
      throw new IllegalStateException("The database has refused a statement", e);
    }
  }
}
