package dev.outwork.engine.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Whether a pooler is between the engine and PostgreSQL that gives each transaction any of its
 * connections, as PgBouncer does with {@code pool_mode = transaction}. What a session keeps does
 * not work behind it: prepared statements may be another client's, and notifications never arrive.
 *
 * <p>Of two connections that have held a server process each, one gets that of the other after both
 * have let go. Poolers hand out the process that was released first or last, so both orders are
 * tried.
 */
final class Pooler {
  private static final Logger LOG = Logger.getLogger(Pooler.class.getName());

  private static final String PROCESS = "select pg_backend_pid()";

  // A pooler with one connection to the server keeps the second transaction waiting.
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final Map<String, Boolean> KNOWN = new ConcurrentHashMap<>();

  private Pooler() {}

  /**
   * Whether transactions share connections; asked once for each URL.
   *
   * @param direct makes connections of its own
   */
  static boolean sharesConnections(String url, DataSource direct) throws SQLException {
    Boolean known = KNOWN.get(url);
    if (known == null) {
      known = isBetween(direct);
      boolean isNews = KNOWN.put(url, known) == null;
      if (known && isNews) {
        LOG.warning(
            "A pooler in transaction mode is between the engine and PostgreSQL: statements are not"
                + " prepared there (prepareThreshold=0), and hints of other nodes need"
                + " outwork.db.hints-url");
      }
    }
    return known;
  }

  private static boolean isBetween(DataSource direct) throws SQLException {
    try (Connection one = begun(direct);
        Connection other = begun(direct)) {
      return isExchanged(one, other, one, other) || isExchanged(one, other, other, one);
    }
  }

  private static Connection begun(DataSource direct) throws SQLException {
    Connection connection = direct.getConnection();
    connection.setAutoCommit(false);
    connection.setNetworkTimeout(Runnable::run, (int) PATIENCE.toMillis());
    return connection;
  }

  /** Whether the first has another process after both have let go, in the order given. */
  private static boolean isExchanged(
      Connection one, Connection other, Connection first, Connection last) throws SQLException {
    int before = process(one);
    try {
      process(other);
    } catch (SQLException e) {
      // The server itself keeps nobody waiting.
      return true;
    }
    first.commit();
    last.commit();
    int after = process(one);
    one.commit();
    return after != before;
  }

  // A simple query: nothing is prepared before it is known whether that can be.
  private static int process(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(PROCESS)) {
      answer.next();
      return answer.getInt(1);
    }
  }
}
