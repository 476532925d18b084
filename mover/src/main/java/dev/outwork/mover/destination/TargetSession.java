package dev.outwork.mover.destination;

import dev.outwork.mover.database.DatabaseConnection;
import dev.outwork.mover.database.DatabaseException.Kind;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A connection to the database of Outwork, with one transaction after the other. */
public final class TargetSession implements AutoCloseable {
  private static final int MOST_ROWS = 1000;

  private final Connection connection;
  private final DatabaseConnection statements;
  private final Map<TargetTable, int[]> types = new EnumMap<>(TargetTable.class);

  /** Reads a row. */
  @FunctionalInterface
  public interface RowReader {
    void read(ResultSet row) throws SQLException;
  }

  private TargetSession(Connection connection) {
    this.connection = connection;
    this.statements = new DatabaseConnection(connection, TargetSession::failed, TargetSession::set);
  }

  /** Throws {@link TargetException} unless it is a database of this version of Outwork. */
  public static TargetSession open(TargetAddress address) {
    TargetSession session = new TargetSession(connect(address));
    try {
      session.prepare();
      return session;
    } catch (TargetException refused) {
      session.close();
      throw refused;
    } catch (SQLException e) {
      session.close();
      throw failed(e);
    }
  }

  private static Connection connect(TargetAddress address) {
    try {
      return DriverManager.getConnection(address.tuned(), address.user(), address.password());
    } catch (SQLException e) {
      throw new TargetException(
          Kind.UNREACHABLE,
          "Cannot connect to '%s' as '%s': %s"
              .formatted(address.shown(), address.user(), DatabaseConnection.firstLine(e)),
          e);
    }
  }

  private void prepare() throws SQLException {
    connection.setAutoCommit(true);
    for (TargetTable table : TargetTable.values()) {
      types.put(table, typesOf(table));
    }
    try (PreparedStatement probe = connection.prepareStatement(MovedInstances.PROBE)) {
      probe.executeQuery().close();
    } catch (SQLException e) {
      throw unlike("moved_instance", e);
    }
    connection.setAutoCommit(false);
  }

  private int[] typesOf(TargetTable table) {
    try (PreparedStatement probe = connection.prepareStatement(table.select().formatted("null"));
        ResultSet none = probe.executeQuery()) {
      ResultSetMetaData facts = none.getMetaData();
      int[] found = new int[facts.getColumnCount()];
      for (int i = 0; i < found.length; i++) {
        found[i] = facts.getColumnType(i + 1);
      }
      return found;
    } catch (SQLException e) {
      throw unlike(table.table(), e);
    }
  }

  private TargetException unlike(String table, SQLException cause) {
    if (DatabaseConnection.isLost(connection)) {
      return failed(cause);
    }
    return new TargetException(
        Kind.NOT_SUPPORTED,
        "The target lacks '%s', or a column of it: it is no database of this version of Outwork, or the user may not read it"
            .formatted(table),
        cause);
  }

  /** Inserts rows, each table at once, in the order in which the tables are declared. */
  public void insert(List<TargetRow> rows) {
    Map<TargetTable, List<TargetRow>> byTable = new EnumMap<>(TargetTable.class);
    rows.forEach(row -> byTable.computeIfAbsent(row.table(), any -> new ArrayList<>()).add(row));
    byTable.forEach(this::insert);
  }

  private void insert(TargetTable table, List<TargetRow> rows) {
    int[] columnTypes = types.get(table);
    try (PreparedStatement insert = connection.prepareStatement(table.insert())) {
      int waiting = 0;
      for (TargetRow row : rows) {
        set(insert, row, columnTypes);
        insert.addBatch();
        if (++waiting == MOST_ROWS) {
          insert.executeBatch();
          waiting = 0;
        }
      }
      insert.executeBatch();
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private static void set(PreparedStatement insert, TargetRow row, int[] types)
      throws SQLException {
    List<String> columns = row.table().columns();
    for (int i = 0; i < columns.size(); i++) {
      Object value = row.value(columns.get(i));
      if (value == null) {
        insert.setNull(i + 1, types[i]);
      } else if (value instanceof Long number && types[i] == Types.INTEGER) {
        insert.setInt(i + 1, number.intValue());
      } else {
        insert.setObject(i + 1, toSql(value));
      }
    }
  }

  private static Object toSql(Object value) {
    return value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value;
  }

  /** The rows of a table that belong to these owners. */
  public List<TargetRow> read(TargetTable table, Collection<String> owners) {
    List<TargetRow> found = new ArrayList<>();
    int[] columnTypes = types.get(table);
    each(table.select(), owners, row -> found.add(row(table, row, columnTypes)));
    return found;
  }

  private static TargetRow row(TargetTable table, ResultSet row, int[] types) throws SQLException {
    TargetRow read = TargetRow.of(table);
    List<String> columns = table.columns();
    for (int i = 0; i < columns.size(); i++) {
      Object value = value(row, i + 1, types[i]);
      read.with(columns.get(i), row.wasNull() ? null : value);
    }
    return read;
  }

  // PostgreSQL calls a time with a zone a timestamp.
  private static Object value(ResultSet row, int column, int type) throws SQLException {
    return switch (type) {
      case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        yield time == null ? null : time.toInstant();
      }
      case Types.BOOLEAN, Types.BIT -> row.getBoolean(column);
      case Types.INTEGER, Types.BIGINT -> row.getLong(column);
      case Types.DOUBLE -> row.getDouble(column);
      case Types.BINARY, Types.BLOB -> row.getBytes(column);
      default -> row.getString(column);
    };
  }

  /** Reads the rows of a statement that has {@code %s} for ids. */
  void each(String sql, Collection<String> ids, RowReader reader) {
    for (List<String> some : DatabaseConnection.portions(ids)) {
      query(sql.formatted(DatabaseConnection.marks(some.size())), some, reader);
    }
  }

  void query(String sql, List<?> parameters, RowReader reader) {
    statements.query(
        sql,
        parameters,
        prepared -> {},
        rows -> {
          while (rows.next()) {
            reader.read(rows);
          }
        });
  }

  int updateOf(String sql, Collection<String> ids) {
    int changed = 0;
    for (List<String> some : DatabaseConnection.portions(ids)) {
      changed += update(sql.formatted(DatabaseConnection.marks(some.size())), some);
    }
    return changed;
  }

  int update(String sql, List<?> parameters) {
    return statements.update(sql, parameters);
  }

  void insert(String sql, List<List<Object>> rows) {
    statements.insert(sql, rows);
  }

  private static void set(PreparedStatement prepared, int index, Object value) throws SQLException {
    prepared.setObject(index, toSql(value));
  }

  public void commit() {
    statements.commit();
  }

  public void rollback() {
    statements.rollback();
  }

  static TargetException failed(SQLException e) {
    SQLException first = e;
    for (SQLException next = e; next != null; next = next.getNextException()) {
      first = next;
    }
    return new TargetException(
        Kind.FAILED, "The target database has failed: " + DatabaseConnection.firstLine(first), e);
  }

  @Override
  public void close() {
    statements.close();
  }
}
