package dev.outwork.engine.waiting;

import dev.outwork.engine.database.OutworkDataSource;
import dev.outwork.engine.database.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.logging.Logger;

/** Connections for hints, outside of pools and transactions. */
@ApplicationScoped
public class HintConnections {
  private static final Logger LOG = Logger.getLogger(HintConnections.class.getName());

  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(5);

  /**
   * Opens a connection, which the caller closes. Each answer of the database must arrive within
   * five seconds, otherwise the connection fails; waiting for notifications has a timeout of its
   * own.
   */
  public Connection open() throws SQLException {
    OutworkDataSource database = new OutworkDataSource(Settings.hintsUrl());
    database.setLoginTimeout((int) LONGEST_ANSWER.toSeconds());
    Connection connection = database.getConnection();
    connection.setNetworkTimeout(Runnable::run, (int) LONGEST_ANSWER.toMillis());
    return connection;
  }

  /** The application name of a listening connection in PostgreSQL. */
  static String listener(String node) {
    return "outwork-hints " + node;
  }

  static void execute(Connection connection, String command) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(command);
    }
  }

  /** Closes a connection, even if another thread is waiting on it. */
  static void close(Connection connection) {
    try {
      connection.abort(Runnable::run);
    } catch (SQLException e) {
      LOG.fine(() -> "The connection was closed already: " + e.getMessage());
    }
  }
}
