package dev.outwork.engine.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.outwork.testkit.TestDatabase;
import dev.outwork.testkit.TestEngine;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long the engine waits for an answer of PostgreSQL. */
class LongestAnswerTest {
  private static final String A_LONG_STATEMENT = "select pg_sleep(1.5)";

  private static TestEngine engine;

  @BeforeAll
  static void createDatabase() {
    engine = TestEngine.on(TestDatabase.POSTGRESQL);
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  @Test
  void a_server_that_hangs_is_waited_for_for_a_minute() throws Exception {
    try (Connection connection = database("").getConnection()) {
      assertThat(connection.getNetworkTimeout()).isEqualTo(60_000);
    }
  }

  @Test
  void the_url_may_say_how_long() throws Exception {
    try (Connection connection = database("&socketTimeout=1").getConnection();
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute(A_LONG_STATEMENT))
          .isInstanceOf(SQLException.class)
          .extracting("SQLState")
          .isEqualTo("08006");
    }
  }

  @Test
  void a_migration_may_take_longer(@TempDir Path directory) throws Exception {
    Path migrations = Files.createDirectories(directory.resolve("db/migration/postgresql"));
    Files.writeString(migrations.resolve("V999999__takes_long.sql"), A_LONG_STATEMENT);
    URL[] urls = {directory.toUri().toURL()};

    try (URLClassLoader loader = new URLClassLoader(urls, Schema.class.getClassLoader())) {
      Schema.bringUpToDate(database("&socketTimeout=1"), loader);
    }

    try (Connection connection = database("").getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("delete from outwork_schema_history where version = '999999'");
      assertThat(statement.getUpdateCount()).isEqualTo(1);
    }
  }

  private static OutworkDataSource database(String parameters) {
    String url = ((HikariDataSource) engine.database()).getJdbcUrl();
    String separated = url.contains("?") ? parameters : parameters.replaceFirst("&", "?");
    return new OutworkDataSource(url + separated, "postgres", "");
  }
}
