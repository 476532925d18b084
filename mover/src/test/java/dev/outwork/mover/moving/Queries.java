package dev.outwork.mover.moving;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Asks a database. */
final class Queries {
  private Queries() {}

  /** The rows of a statement, with all columns as texts. */
  static List<List<String>> rows(Callable<Connection> database, String sql, Object... parameters) {
    try (Connection connection = database.call();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        List<List<String>> found = new ArrayList<>();
        while (rows.next()) {
          found.add(texts(rows));
        }
        return found;
      }
    } catch (Exception e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private static List<String> texts(ResultSet rows) throws SQLException {
    List<String> texts = new ArrayList<>();
    for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
      texts.add(rows.getString(i));
    }
    return texts;
  }
}
