package dev.outwork.mover.source;

import dev.outwork.mover.database.DatabaseConnection;
import dev.outwork.mover.database.DatabaseException.Kind;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A Camunda 7 database as it is at one moment: everything is read in one transaction that only
 * reads. It is rolled back at the end.
 */
public final class Source implements AutoCloseable {
  /** Rows that a driver fetches at a time. */
  private static final int ROWS = 1000;

  private final Connection connection;
  private final Set<SourceTable> missing = EnumSet.noneOf(SourceTable.class);
  private SchemaVersion version;
  private String database;

  /** What is done with each row. */
  @FunctionalInterface
  public interface RowReader {
    void read(ResultSet row) throws SQLException;
  }

  /** Several upgrades may be logged at one moment; their ids are numbers that grow. */
  private record LoggedVersion(Instant at, String id, String version) {
    static final Comparator<LoggedVersion> ORDER =
        Comparator.comparing(LoggedVersion::at)
            .thenComparing(logged -> logged.id().length())
            .thenComparing(LoggedVersion::id);
  }

  private Source(Connection connection) {
    this.connection = connection;
  }

  /** Throws {@link SourceException} unless it is a database of a known version. */
  public static Source open(SourceAddress address) {
    Source source = new Source(connect(address));
    try {
      source.prepare();
      return source;
    } catch (SQLException e) {
      source.close();
      throw failed(e);
    } catch (SourceException refused) {
      source.close();
      throw refused;
    }
  }

  static Connection connect(SourceAddress address) {
    try {
      return DriverManager.getConnection(address.existingUrl(), address.user(), address.password());
    } catch (SQLException e) {
      String why =
          "08001".equals(e.getSQLState()) && e.getMessage().startsWith("No suitable driver")
              ? "no driver on the class path knows this URL"
              : DatabaseConnection.firstLine(e);
      throw new SourceException(
          Kind.UNREACHABLE,
          "Cannot connect to '%s' as '%s': %s".formatted(address.shown(), address.user(), why),
          e);
    }
  }

  // Tables are looked for outside the transaction: PostgreSQL goes on after a failure only there.
  private void prepare() throws SQLException {
    connection.setReadOnly(true);
    DatabaseMetaData facts = connection.getMetaData();
    database = facts.getDatabaseProductName() + " " + facts.getDatabaseProductVersion();
    requireTable(SourceTable.SCHEMA_LOG, "The database has no '%s': it is none of Camunda 7");
    connection.setAutoCommit(true);
    version = SchemaVersion.of(versions());
    for (SourceTable table : SourceTable.values()) {
      if (!table.isOptional()) {
        requireTable(
            table, "The database lacks '%s', or a column of it, or the user may not read it");
      } else if (!has(table)) {
        missing.add(table);
      }
    }
    connection.setTransactionIsolation(
        facts.supportsTransactionIsolationLevel(Connection.TRANSACTION_REPEATABLE_READ)
            ? Connection.TRANSACTION_REPEATABLE_READ
            : Connection.TRANSACTION_SERIALIZABLE);
    connection.setAutoCommit(false);
  }

  private void requireTable(SourceTable table, String message) {
    if (!has(table)) {
      throw new SourceException(Kind.NOT_SUPPORTED, message.formatted(table.table()));
    }
  }

  private boolean has(SourceTable table) {
    try (PreparedStatement probe = connection.prepareStatement(table.probe());
        ResultSet none = probe.executeQuery()) {
      return !none.next();
    } catch (SQLException absent) {
      if (DatabaseConnection.isLost(connection)) {
        throw failed(absent);
      }
      return false;
    }
  }

  private List<String> versions() {
    List<LoggedVersion> logged = new ArrayList<>();
    each(
        SourceStatement.VERSIONS,
        row ->
            logged.add(
                new LoggedVersion(
                    row.getTimestamp("logged_at").toInstant(),
                    row.getString("log_id"),
                    row.getString("version"))));
    return logged.stream().sorted(LoggedVersion.ORDER).map(LoggedVersion::version).toList();
  }

  /** Reads all rows, one after the other. A statement about a table that is not there has none. */
  public void each(SourceStatement statement, RowReader reader, Object... parameters) {
    if (missing.contains(statement.optional())) {
      return;
    }
    try (PreparedStatement prepared = connection.prepareStatement(statement.sql())) {
      prepared.setFetchSize(ROWS);
      for (int i = 0; i < parameters.length; i++) {
        prepared.setObject(i + 1, parameters[i]);
      }
      try (ResultSet rows = prepared.executeQuery()) {
        while (rows.next()) {
          reader.read(rows);
        }
      }
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  public SchemaVersion version() {
    return version;
  }

  /** Product and version. */
  public String database() {
    return database;
  }

  static SourceException failed(SQLException e) {
    return new SourceException(
        Kind.FAILED, "The database has failed: " + DatabaseConnection.firstLine(e), e);
  }

  @Override
  public void close() {
    DatabaseConnection.close(connection);
  }
}
