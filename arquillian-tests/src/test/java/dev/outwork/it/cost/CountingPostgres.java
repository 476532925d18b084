package dev.outwork.it.cost;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.stream.Stream;

/** A PostgreSQL that writes down every statement that it executes. */
final class CountingPostgres implements AutoCloseable {
  private final EmbeddedPostgres server;
  private final Path log;

  private CountingPostgres(EmbeddedPostgres server, Path log) {
    this.server = server;
    this.log = log;
  }

  static CountingPostgres start(Path directory) throws IOException {
    EmbeddedPostgres server =
        EmbeddedPostgres.builder()
            .setServerConfig("log_statement", "all")
            .setServerConfig("logging_collector", "on")
            .setServerConfig("log_directory", directory.toAbsolutePath().toString())
            .setServerConfig("log_filename", "postgres-statements.log")
            .setServerConfig("log_line_prefix", "%a:")
            .setServerConfig("log_rotation_size", "0")
            .start();
    return new CountingPostgres(server, directory.resolve("postgres-statements.log"));
  }

  /** The environment of an engine on this database. */
  Map<String, String> settings() {
    return Map.of(
        "OUTWORK_DB_URL", server.getJdbcUrl("postgres", "postgres"),
        "OUTWORK_DB_USER", "postgres",
        "OUTWORK_DB_PASSWORD", "postgres");
  }

  /**
   * How many statements the engine has executed so far, begin and commit not counted; what its
   * timers ask every second is counted.
   */
  long statements() throws IOException {
    try (Stream<String> lines = Files.lines(log)) {
      return lines
          .filter(line -> line.startsWith("outwork:"))
          .filter(line -> line.contains("LOG:  execute ") || line.contains("LOG:  statement: "))
          .filter(line -> !line.matches(".*: (BEGIN|COMMIT|ROLLBACK)( READ ONLY)?$"))
          .count();
    }
  }

  /** How many transactions the engine has committed so far. */
  long transactions() throws IOException {
    try (Stream<String> lines = Files.lines(log)) {
      return lines
          .filter(line -> line.startsWith("outwork:"))
          .filter(line -> line.matches(".*: COMMIT$"))
          .count();
    }
  }

  /** The server's version. */
  String version() throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("show server_version")) {
      result.next();
      return result.getString(1);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
