package dev.outwork.engine.database;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.CMTTransactionHandler;

/**
 * Executes SQL on the connection of the container's current transaction: through Jdbi, and directly
 * on the hot path, because Jdbi doubles the cost of a statement.
 */
@ApplicationScoped
public class Sql {
  @Resource(lookup = Migrations.DATA_SOURCE)
  private DataSource dataSource;

  private Jdbi jdbi;
  private Dialect dialect;

  /** An operation on a connection. */
  @FunctionalInterface
  private interface Use<T> {
    T of(Connection connection) throws SQLException;
  }

  @PostConstruct
  void open() {
    jdbi = Jdbi.create(dataSource);
    jdbi.setTransactionHandler(new CMTTransactionHandler());
    dialect = jdbi.withHandle(handle -> Dialect.of(urlOf(handle)));
  }

  /** The kind of database. */
  public Dialect dialect() {
    return dialect;
  }

  /** Executes a query. */
  public <T> T ask(Function<Handle, T> question) {
    try (Handle handle = jdbi.open()) {
      return question.apply(handle);
    }
  }

  /** Executes a statement. */
  public void tell(Consumer<Handle> statement) {
    try (Handle handle = jdbi.open()) {
      statement.accept(handle);
    }
  }

  /** All rows of a query with positional parameters. */
  public <T> List<T> rows(String statement, Row.Reader<T> reader, Object... parameters) {
    return use(connection -> Jdbc.rows(connection, statement, reader, Arrays.asList(parameters)));
  }

  /** The only row of a query with positional parameters, if there is one. */
  public <T> Optional<T> row(String statement, Row.Reader<T> reader, Object... parameters) {
    return rows(statement, reader, parameters).stream().findFirst();
  }

  /** All rows of a query for ids, which the statement names {@code <ids>}. */
  public <T> List<T> rowsOf(String statement, Row.Reader<T> reader, Collection<String> ids) {
    List<T> found = new ArrayList<>();
    for (List<String> some : Portions.of(List.copyOf(ids))) {
      String each = Statements.withIds(statement, some.size());
      found.addAll(use(connection -> Jdbc.rows(connection, each, reader, some)));
    }
    return found;
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

  private <T> T use(Use<T> use) {
    try (Connection connection = dataSource.getConnection()) {
      return use.of(connection);
    } catch (SQLException e) {
      throw new IllegalStateException("The database refused a statement", e);
    }
  }

  private static String urlOf(Handle handle) {
    return handle.queryMetadata(DatabaseMetaData::getURL);
  }
}
