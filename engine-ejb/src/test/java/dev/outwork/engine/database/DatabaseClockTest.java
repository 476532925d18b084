package dev.outwork.engine.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.outwork.engine.testkit.Await;
import dev.outwork.engine.testkit.SharedEngineTest;
import dev.outwork.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The clock of a node on a database whose connections are all in use. */
class DatabaseClockTest extends SharedEngineTest {
  private static final Duration A_LITTLE = Duration.ofMillis(200);

  private final HikariDataSource pool = (HikariDataSource) engine.database();
  private final DatabaseClock clock = new DatabaseClock(engine.bean(Sql.class));

  @Test
  void a_wait_for_a_connection_does_not_put_it_ahead() throws Exception {
    CompletableFuture<Instant> told;
    List<Connection> all = allConnections();
    try {
      told = CompletableFuture.supplyAsync(clock::instant);
      // An embedded database is not asked.
      if (database == TestDatabase.POSTGRESQL) {
        Await.until(() -> pool.getHikariPoolMXBean().getThreadsAwaitingConnection() > 0);
      }
      passTime(all.get(0));
    } finally {
      for (Connection connection : all) {
        connection.close();
      }
    }
    told.get(30, TimeUnit.SECONDS);

    Instant shown = clock.instant();

    assertThat(shown).isBeforeOrEqualTo(timeOfTheDatabase());
    assertThat(shown).isAfter(timeOfTheDatabase().minus(A_LITTLE));
  }

  @Test
  void it_shows_the_time_of_the_database_each_time_it_was_read() throws Exception {
    for (int i = 0; i < 5; i++) {
      clock.follow();

      Instant shown = clock.instant();

      assertThat(shown).isBeforeOrEqualTo(timeOfTheDatabase());
      assertThat(shown).isAfter(timeOfTheDatabase().minus(A_LITTLE));
    }
  }

  private List<Connection> allConnections() throws SQLException {
    List<Connection> all = new ArrayList<>();
    for (int i = 0; i < pool.getMaximumPoolSize(); i++) {
      all.add(pool.getConnection());
    }
    return all;
  }

  private void passTime(Connection connection) throws SQLException {
    if (database == TestDatabase.POSTGRESQL) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("select pg_sleep(1)");
      }
    }
  }

  private Instant timeOfTheDatabase() throws SQLException {
    if (database == TestDatabase.H2) {
      return Instant.now();
    }
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery("select clock_timestamp()")) {
      answer.next();
      return answer
          .getObject(1, OffsetDateTime.class)
          .withOffsetSameInstant(ZoneOffset.UTC)
          .toInstant();
    }
  }
}
