package dev.outwork.engine.testkit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Looks at rows as they are committed, and meddles with them. */
public final class Rows {
  private Rows() {}

  /** The texts in the first column. */
  public static List<String> strings(DataSource database, String select, Object... arguments) {
    return with(
        database,
        select,
        arguments,
        statement -> {
          try (ResultSet rows = statement.executeQuery()) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
              texts.add(rows.getString(1));
            }
            return texts;
          }
        });
  }

  /** The number in the only row. */
  public static long count(DataSource database, String select, Object... arguments) {
    return Long.parseLong(strings(database, select, arguments).get(0));
  }

  /** Inserts, updates or deletes rows; answers how many. */
  public static int change(DataSource database, String change, Object... arguments) {
    return with(database, change, arguments, PreparedStatement::executeUpdate);
  }

  private interface Use<T> {
    T of(PreparedStatement statement) throws SQLException;
  }

  private static <T> T with(DataSource database, String sql, Object[] arguments, Use<T> use) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < arguments.length; i++) {
        statement.setObject(i + 1, arguments[i]);
      }
      return use.of(statement);
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }
}
