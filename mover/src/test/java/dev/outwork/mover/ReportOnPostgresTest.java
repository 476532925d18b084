package dev.outwork.mover;

import dev.outwork.mover.source.SourceAddress;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;

/** The reader may do nothing else: what it would write fails. */
class ReportOnPostgresTest extends ReportContract {
  private final EmbeddedPostgres postgres = start();

  private static EmbeddedPostgres start() {
    try {
      return EmbeddedPostgres.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  SourceAddress owner() {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create role reader login password 'secret'");
      statement.execute("alter default privileges grant select on tables to reader");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return new SourceAddress(postgres.getJdbcUrl("postgres", "postgres"), "postgres", "postgres");
  }

  @Override
  SourceAddress reader() {
    String url = "jdbc:postgresql://localhost:%d/postgres".formatted(postgres.getPort());
    return new SourceAddress(url, "reader", "secret");
  }

  @AfterAll
  void stops() throws IOException {
    postgres.close();
  }
}
