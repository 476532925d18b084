package dev.outwork.mover.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/** The statements of a connection, with one transaction after the other. Not thread-safe. */
public final class DatabaseConnection implements AutoCloseable {
  /** Oracle allows 1,000. */
  private static final int MOST_IDS = 500;

  private static final int SECONDS_TO_ANSWER = 10;

  private final Connection connection;
  private final Function<SQLException, ? extends DatabaseException> failed;
  private final Setter setter;

  /** Sets a parameter. */
  @FunctionalInterface
  public interface Setter {
    void set(PreparedStatement prepared, int index, Object value) throws SQLException;
  }

  /** Prepares a statement before its execution, for example how many rows are fetched at a time. */
  @FunctionalInterface
  public interface Preparation {
    void prepare(PreparedStatement prepared) throws SQLException;
  }

  /** Reads the rows of a result. */
  @FunctionalInterface
  public interface RowsReader {
    void read(ResultSet rows) throws SQLException;
  }

  /**
   * @param failed what is thrown when the database fails
   * @param setter sets a value of any type
   */
  public DatabaseConnection(
      Connection connection,
      Function<SQLException, ? extends DatabaseException> failed,
      Setter setter) {
    this.connection = connection;
    this.failed = failed;
    this.setter = setter;
  }

  public void query(String sql, List<?> parameters, Preparation preparation, RowsReader reader) {
    try (PreparedStatement prepared = connection.prepareStatement(sql)) {
      preparation.prepare(prepared);
      set(prepared, parameters);
      try (ResultSet rows = prepared.executeQuery()) {
        reader.read(rows);
      }
    } catch (SQLException e) {
      throw failed.apply(e);
    }
  }

  public int update(String sql, List<?> parameters) {
    try (PreparedStatement prepared = connection.prepareStatement(sql)) {
      set(prepared, parameters);
      return prepared.executeUpdate();
    } catch (SQLException e) {
      throw failed.apply(e);
    }
  }

  /** Inserts one row for each of these lists. */
  public void insert(String sql, List<List<Object>> rows) {
    if (rows.isEmpty()) {
      return;
    }
    try (PreparedStatement prepared = connection.prepareStatement(sql)) {
      for (List<Object> row : rows) {
        set(prepared, row);
        prepared.addBatch();
      }
      prepared.executeBatch();
    } catch (SQLException e) {
      throw failed.apply(e);
    }
  }

  private void set(PreparedStatement prepared, List<?> parameters) throws SQLException {
    for (int i = 0; i < parameters.size(); i++) {
      setter.set(prepared, i + 1, parameters.get(i));
    }
  }

  /** Ids in portions that one statement can have. */
  public static List<List<String>> portions(Collection<String> ids) {
    List<String> all = List.copyOf(ids);
    List<List<String>> portions = new ArrayList<>();
    for (int from = 0; from < all.size(); from += MOST_IDS) {
      portions.add(all.subList(from, Math.min(all.size(), from + MOST_IDS)));
    }
    return portions;
  }

  /** As many question marks. */
  public static String marks(int count) {
    return String.join(", ", Collections.nCopies(count, "?"));
  }

  /** Whether the database is gone, so that a failure tells nothing about what it was asked. */
  public static boolean isLost(Connection connection) {
    try {
      return !connection.isValid(SECONDS_TO_ANSWER);
    } catch (SQLException e) {
      return true;
    }
  }

  /** What an operator needs of a failure. */
  public static String firstLine(SQLException e) {
    return String.valueOf(e.getMessage()).strip().lines().findFirst().orElse("");
  }

  public void commit() {
    try {
      connection.commit();
    } catch (SQLException e) {
      throw failed.apply(e);
    }
  }

  public void rollback() {
    try {
      connection.rollback();
    } catch (SQLException e) {
      throw failed.apply(e);
    }
  }

  @Override
  public void close() {
    close(connection);
  }

  /** Rolls back what is not committed, and closes the connection. */
  public static void close(Connection connection) {
    try (connection) {
      if (!connection.getAutoCommit()) {
        connection.rollback();
      }
    } catch (SQLException gone) {
      // What was not committed is gone with the connection.
    }
  }
}
