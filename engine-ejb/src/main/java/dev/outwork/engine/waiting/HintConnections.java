package dev.outwork.engine.waiting;

import dev.outwork.engine.database.OutworkDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.logging.Logger;

/** Connections that carry hints: in no pool and in no transaction. */
@ApplicationScoped
public class HintConnections {
  private static final Logger LOG = Logger.getLogger(HintConnections.class.getName());

  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(5);

  /**
   * Opens one, which the caller closes. The database has five seconds for each answer, then the
   * connection fails; waiting for notifications takes as long as it is said to.
   */
  public Connection open() throws SQLException {
    OutworkDataSource database = new OutworkDataSource();
    database.setLoginTimeout((int) LONGEST_ANSWER.toSeconds());
    Connection connection = database.getConnection();
    connection.setNetworkTimeout(Runnable::run, (int) LONGEST_ANSWER.toMillis());
    return connection;
  }

  /** How PostgreSQL names the connection on which a node listens. */
  static String listener(String node) {
    return "outwork-hints " + node;
  }

  static void execute(Connection connection, String command) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(command);
    }
  }

  /** Ends one, even if another thread waits for something on it. */
  static void close(Connection connection) {
    try {
      connection.abort(Runnable::run);
    } catch (SQLException e) {
      LOG.fine(() -> "A connection was gone already: " + e.getMessage());
    }
  }
}
