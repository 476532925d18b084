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
 * Detects a connection pooler that assigns a server connection to each transaction, such as
 * PgBouncer with {@code pool_mode = transaction}. Session state does not work behind it: prepared
 * statements may belong to another client, and notifications never arrive.
 *
 * <p>Of two connections that have held a server process each, one gets that of the other after both
 * have released theirs. Poolers hand out the process that was released first or last, so both
 * orders are tried.
 */
final class Pooler {
  private static final Logger LOG = Logger.getLogger(Pooler.class.getName());

  private static final String PROCESS = "select pg_backend_pid()";

  // A pooler with a single server connection blocks the second transaction.
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final Map<String, Boolean> KNOWN = new ConcurrentHashMap<>();

  private Pooler() {}

  /**
   * Whether transactions share connections; determined once for each URL.
   *
   * @param direct opens new connections
   */
  static boolean sharesConnections(String url, DataSource direct) throws SQLException {
    Boolean known = KNOWN.get(url);
    if (known == null) {
      known = isBetween(direct);
      boolean isNews = KNOWN.put(url, known) == null;
      if (known && isNews) {
        LOG.warning(
            "There is a connection pooler in transaction mode before PostgreSQL: statements are not"
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

  /**
   * Whether the first connection gets another process after both have released theirs in the given
   * order.
   */
  private static boolean isExchanged(
      Connection one, Connection other, Connection first, Connection last) throws SQLException {
    int before = process(one);
    try {
      process(other);
    } catch (SQLException e) {
      // PostgreSQL itself blocks nobody here.
      return true;
    }
    first.commit();
    last.commit();
    int after = process(one);
    one.commit();
    return after != before;
  }

  // A simple query, because prepared statements may not be usable yet.
  private static int process(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(PROCESS)) {
      answer.next();
      return answer.getInt(1);
    }
  }
}
