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
 * SQL on the connection of the transaction that the container has begun: by Jdbi, and directly
 * where every task passes, because a statement by Jdbi costs as much again as the driver's.
 */
@ApplicationScoped
public class Sql {
  @Resource(lookup = Migrations.DATA_SOURCE)
  private DataSource dataSource;

  private Jdbi jdbi;
  private Dialect dialect;

  /** What is done with a connection. */
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

  /** Which database it is. */
  public Dialect dialect() {
    return dialect;
  }

  /** Asks the database. */
  public <T> T ask(Function<Handle, T> question) {
    try (Handle handle = jdbi.open()) {
      return question.apply(handle);
    }
  }

  /** Tells the database. */
  public void tell(Consumer<Handle> statement) {
    try (Handle handle = jdbi.open()) {
      statement.accept(handle);
    }
  }

  /** All rows that a statement finds, whose parameters are given in their order. */
  public <T> List<T> rows(String statement, Row.Reader<T> reader, Object... parameters) {
    return use(connection -> Jdbc.rows(connection, statement, reader, Arrays.asList(parameters)));
  }

  /** The one row that a statement finds, if there is one. */
  public <T> Optional<T> row(String statement, Row.Reader<T> reader, Object... parameters) {
    return rows(statement, reader, parameters).stream().findFirst();
  }

  /** All rows that a statement finds by ids, which it names {@code <ids>}. */
  public <T> List<T> rowsOf(String statement, Row.Reader<T> reader, Collection<String> ids) {
    List<T> found = new ArrayList<>();
    for (List<String> some : Portions.of(List.copyOf(ids))) {
      String each = Statements.withIds(statement, some.size());
      found.addAll(use(connection -> Jdbc.rows(connection, each, reader, some)));
    }
    return found;
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

  private <T> T use(Use<T> use) {
    try (Connection connection = dataSource.getConnection()) {
      return use.of(connection);
    } catch (SQLException e) {
      throw new IllegalStateException("The database has refused a statement", e);
    }
  }

  private static String urlOf(Handle handle) {
    return handle.queryMetadata(DatabaseMetaData::getURL);
  }
}
