package dev.outwork.engine.database;

import dev.outwork.engine.database.Writes.Part;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
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
  // PostgreSQL takes at most 65,535.
  private static final int MOST_PARAMETERS = 30_000;

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
    return use(connection -> rows(connection, statement, reader, Arrays.asList(parameters)));
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
      found.addAll(use(connection -> rows(connection, each, reader, some)));
    }
    return found;
  }

  /** Gathers what is to be written. */
  public Writes writes() {
    return new Writes(this);
  }

  /** Writes what was gathered. */
  void write(List<Part> parts) {
    for (int from = 0; from < parts.size(); ) {
      int to = dialect == Dialect.POSTGRESQL ? endOfStatement(parts, from) : from + 1;
      List<Part> together = parts.subList(from, to);
      List<Integer> changed = use(connection -> write(connection, together));
      for (int i = 0; i < together.size(); i++) {
        if (together.get(i).isCounted() && changed.get(i) < together.get(i).expected()) {
          together.get(i).otherwise().run();
        }
      }
      from = to;
    }
  }

  private static int endOfStatement(List<Part> parts, int from) {
    int to = from;
    for (int count = 0; to < parts.size() && count < MOST_PARAMETERS; to++) {
      count += parts.get(to).parameters().size();
    }
    return to;
  }

  /** How many rows each part has changed, if it is counted. */
  private static List<Integer> write(Connection connection, List<Part> parts) throws SQLException {
    if (parts.size() == 1) {
      Part part = parts.get(0);
      try (PreparedStatement only = prepared(connection, part.statement(), part.parameters())) {
        return List.of(only.executeUpdate());
      }
    }
    List<Object> parameters = new ArrayList<>();
    parts.forEach(part -> parameters.addAll(part.parameters()));
    try (PreparedStatement all = prepared(connection, Statements.together(parts), parameters);
        ResultSet counts = all.executeQuery()) {
      counts.next();
      List<Integer> changed = new ArrayList<>();
      int column = 0;
      for (Part part : parts) {
        changed.add(part.isCounted() ? counts.getInt(++column) : part.expected());
      }
      return changed;
    }
  }

  private static <T> List<T> rows(
      Connection connection, String statement, Row.Reader<T> reader, List<?> parameters)
      throws SQLException {
    try (PreparedStatement question = prepared(connection, statement, parameters);
        ResultSet result = question.executeQuery()) {
      List<T> rows = new ArrayList<>();
      while (result.next()) {
        rows.add(Row.read(result, reader));
      }
      return rows;
    }
  }

  private static PreparedStatement prepared(
      Connection connection, String statement, List<?> parameters) throws SQLException {
    PreparedStatement prepared = connection.prepareStatement(statement);
    for (int i = 0; i < parameters.size(); i++) {
      prepared.setObject(i + 1, onWire(parameters.get(i)));
    }
    return prepared;
  }

  private static Object onWire(Object value) {
    return value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value;
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
