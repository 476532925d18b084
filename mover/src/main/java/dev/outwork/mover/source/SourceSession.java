package dev.outwork.mover.source;

import dev.outwork.mover.database.DatabaseConnection;
import dev.outwork.mover.database.DatabaseException.Kind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Collection;
import java.util.Collections;
import java.util.GregorianCalendar;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TimeZone;

/**
 * A connection to the source that may also write: it suspends instances and marks them. What it
 * reads, it reads as committed. Not thread-safe.
 */
public final class SourceSession implements AutoCloseable {
  static final int ACTIVE = 1;
  static final int SUSPENDED = 2;

  private static final int ROWS = 1000;

  private final Connection connection;
  private final DatabaseConnection statements;
  private final Calendar zone;
  private final Set<SourceQuery<?>> missing = new HashSet<>();

  private SourceSession(Connection connection, ZoneId zone) {
    this.connection = connection;
    this.statements = new DatabaseConnection(connection, Source::failed, this::set);
    this.zone = new GregorianCalendar(TimeZone.getTimeZone(zone));
  }

  /**
   * Throws {@link SourceException} unless the database has the tables.
   *
   * @param zone in which the engine of the source writes its times
   */
  public static SourceSession open(SourceAddress address, ZoneId zone) {
    SourceSession session = new SourceSession(Source.connect(address), zone);
    try {
      session.prepare();
      return session;
    } catch (SQLException e) {
      session.close();
      throw Source.failed(e);
    } catch (SourceException refused) {
      session.close();
      throw refused;
    }
  }

  // Outside a transaction: PostgreSQL goes on after a failure only there.
  private void prepare() throws SQLException {
    connection.setAutoCommit(true);
    for (SourceQuery<?> query : SourceQuery.all()) {
      if (!canAnswer(query)) {
        if (!query.optional()) {
          throw new SourceException(
              Kind.NOT_SUPPORTED,
              "The source lacks '%s', or the user may not read it".formatted(query.table()));
        }
        missing.add(query);
      }
    }
    connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
    connection.setAutoCommit(false);
  }

  private boolean canAnswer(SourceQuery<?> query) {
    try (PreparedStatement probe = connection.prepareStatement(query.sql().formatted("null"));
        ResultSet none = probe.executeQuery()) {
      return !none.next();
    } catch (SQLException absent) {
      failIfLost(absent);
      return false;
    }
  }

  private void failIfLost(SQLException failure) {
    if (DatabaseConnection.isLost(connection)) {
      throw Source.failed(failure);
    }
  }

  /** The rows that have one of these ids; none if the table is not there. */
  <T> List<T> rows(SourceQuery<T> query, Collection<String> ids) {
    List<T> found = new ArrayList<>();
    if (!missing.contains(query)) {
      each(query.sql(), ids, row -> found.add(query.reader().read(row)));
    }
    return found;
  }

  /** What is done with each row. */
  @FunctionalInterface
  interface RowReader {
    void read(SourceRow row) throws SQLException;
  }

  /** Reads the rows of a statement that has {@code %s} for ids, once or twice. */
  void each(String sql, Collection<String> ids, RowReader reader) {
    int lists = sql.contains("%1$s") ? 2 : 1;
    for (List<String> some : sorted(ids)) {
      List<String> parameters = new ArrayList<>();
      Collections.nCopies(lists, some).forEach(parameters::addAll);
      query(sql.formatted(DatabaseConnection.marks(some.size())), parameters, reader);
    }
  }

  void query(String sql, List<?> parameters, RowReader reader) {
    query(sql, parameters, Integer.MAX_VALUE, reader);
  }

  void query(String sql, List<?> parameters, int most, RowReader reader) {
    statements.query(
        sql,
        parameters,
        prepared -> {
          prepared.setFetchSize(ROWS);
          prepared.setMaxRows(most == Integer.MAX_VALUE ? 0 : most);
        },
        rows -> {
          SourceRow row = SourceRow.of(rows, zone);
          while (rows.next()) {
            reader.read(row);
          }
        });
  }

  /** Changes rows by a statement that has {@code %s} for ids, after the other parameters. */
  void update(String sql, List<?> parameters, Collection<String> ids) {
    for (List<String> some : sorted(ids)) {
      List<Object> all = new ArrayList<>(parameters);
      all.addAll(some);
      update(sql.formatted(DatabaseConnection.marks(some.size())), all);
    }
  }

  int update(String sql, List<?> parameters) {
    return statements.update(sql, parameters);
  }

  /** Inserts one row for each of these lists. */
  void insert(String sql, List<List<Object>> rows) {
    statements.insert(sql, rows);
  }

  private void set(PreparedStatement prepared, int index, Object value) throws SQLException {
    if (value instanceof Instant time) {
      prepared.setTimestamp(index, Timestamp.from(time), (Calendar) zone.clone());
    } else {
      prepared.setObject(index, value);
    }
  }

  private static List<List<String>> sorted(Collection<String> ids) {
    return DatabaseConnection.portions(ids.stream().sorted().toList());
  }

  /** Whether the history of instances is kept. */
  boolean hasProcessHistory() {
    return !missing.contains(SourceQuery.PROCESS_HISTORY);
  }

  /** Executes a statement outside of the transaction that is open; false if it fails. */
  boolean executes(String sql) {
    try {
      connection.rollback();
      connection.setAutoCommit(true);
      try (PreparedStatement prepared = connection.prepareStatement(sql)) {
        prepared.execute();
        return true;
      } finally {
        connection.setAutoCommit(false);
      }
    } catch (SQLException refused) {
      failIfLost(refused);
      return false;
    }
  }

  public void commit() {
    statements.commit();
  }

  public void rollback() {
    statements.rollback();
  }

  @Override
  public void close() {
    statements.close();
  }
}
