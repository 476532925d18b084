package dev.outwork.mover.moving;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** Asks a database, over one connection that stays open. */
final class Queries implements AutoCloseable {
  private final Callable<Connection> database;
  private final Map<String, PreparedStatement> statements = new HashMap<>();
  private Connection connection;

  Queries(Callable<Connection> database) {
    this.database = database;
  }

  /** The rows of a statement, with all columns as texts. */
  List<List<String>> rows(String sql, Object... parameters) {
    try {
      PreparedStatement statement = prepared(sql);
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

  private PreparedStatement prepared(String sql) throws Exception {
    if (connection == null) {
      connection = database.call();
      connection.setAutoCommit(true);
    }
    PreparedStatement statement = statements.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      statements.put(sql, statement);
    }
    return statement;
  }

  private static List<String> texts(ResultSet rows) throws SQLException {
    List<String> texts = new ArrayList<>();
    for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
      texts.add(rows.getString(i));
    }
    return texts;
  }

  @Override
  public void close() {
    try {
      if (connection != null) {
        connection.close();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
