package dev.outwork.engine.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.h2.api.ErrorCode;

/**
 * Connections to an H2 database, whose file belongs to one application at a time. An application
 * that replaces another one in the same server starts while the container still closes the
 * connections of its predecessor, and a container may forget one.
 */
final class EmbeddedDatabase {
  private static final Logger LOG = Logger.getLogger(EmbeddedDatabase.class.getName());
  private static final Duration CONTAINER_CLOSES_WITHIN = Duration.ofSeconds(5);
  private static final Duration FILE_IS_FREE_WITHIN = Duration.ofSeconds(15);
  private static final Duration LOOKS_EVERY = Duration.ofMillis(100);

  // Each deployment has a class loader of its own, and so connections of its own.
  private static final Set<Connection> OPEN = ConcurrentHashMap.newKeySet();

  private final DataSource h2;
  private volatile boolean opened;

  EmbeddedDatabase(DataSource h2) {
    this.h2 = h2;
  }

  /** Opens a connection. The first one waits up to 15 seconds for a file that is still locked. */
  Connection open() throws SQLException {
    OPEN.removeIf(EmbeddedDatabase::isClosed);
    long giveUpAt = System.nanoTime() + FILE_IS_FREE_WITHIN.toNanos();
    while (true) {
      try {
        Connection connection = h2.getConnection();
        opened = true;
        OPEN.add(connection);
        return connection;
      } catch (SQLException e) {
        if (opened
            || e.getErrorCode() != ErrorCode.DATABASE_ALREADY_OPEN_1
            || System.nanoTime() > giveUpAt
            || !pause()) {
          throw e;
        }
      }
    }
  }

  /**
   * Closes the connections that are open now and that the container has not closed within five
   * seconds.
   */
  static void closeSoon() {
    Set<Connection> left = Set.copyOf(OPEN);
    Thread thread =
        new Thread(() -> closeAfter(CONTAINER_CLOSES_WITHIN, left), "outwork-close-database");
    thread.setDaemon(true);
    thread.start();
  }

  static void closeAfter(Duration grace, Set<Connection> connections) {
    long closeAt = System.nanoTime() + grace.toNanos();
    Set<Connection> left = new HashSet<>(connections);
    boolean goesOn = true;
    while (goesOn && !left.isEmpty() && System.nanoTime() < closeAt) {
      goesOn = pause();
      left.removeIf(EmbeddedDatabase::isClosed);
    }
    if (!left.isEmpty()) {
      LOG.log(
          Level.WARNING,
          "Closing {0} connections that the server left open after the application ended",
          left.size());
      left.forEach(EmbeddedDatabase::close);
    }
  }

  private static boolean pause() {
    try {
      Thread.sleep(LOOKS_EVERY.toMillis());
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static boolean isClosed(Connection connection) {
    try {
      return connection.isClosed();
    } catch (SQLException e) {
      return true;
    }
  }

  private static void close(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      LOG.log(Level.WARNING, "A connection cannot be closed", e);
    }
  }
}
