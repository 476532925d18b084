package dev.outwork.it.benchmark;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;

/** A PostgreSQL with durable defaults that counts what it executes. */
final class Database implements AutoCloseable {
  private static final String STATEMENTS =
      """
      select coalesce(sum(s.calls), 0)
        from pg_stat_statements s
       where upper(s.query) not in ('BEGIN', 'COMMIT', 'ROLLBACK', 'BEGIN READ ONLY')
         and s.query not like '%pg_stat_statements%'
      """;
  // Each transaction that writes, or locks a row, takes the next number. pg_stat_statements misses
  // most commits: drivers keep COMMIT prepared, and it counts a prepared one once.
  private static final String TRANSACTIONS = "select pg_snapshot_xmax(pg_current_snapshot())::text";

  private static final String COLLATED =
      "create database collated template template0 locale_provider icu icu_locale '%s'";

  private static final String WAL_BYTES =
      "select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::bigint::text";

  private final EmbeddedPostgres server;
  private final long pid;
  private final String name;

  private Database(EmbeddedPostgres server, long pid, String name) {
    this.server = server;
    this.pid = pid;
    this.name = name;
  }

  /**
   * Starts it.
   *
   * @param collation of ICU for the engine's database, such as {@code en-US}; empty for that of the
   *     operating system
   */
  static Database start(String collation) throws IOException, SQLException {
    EmbeddedPostgres server =
        EmbeddedPostgres.builder()
            .setServerConfig("shared_preload_libraries", "pg_stat_statements")
            .setServerConfig("pg_stat_statements.max", "10000")
            .setServerConfig("max_connections", "200")
            .setServerConfig("shared_buffers", "512MB")
            // As an operator has it; embedded, it would not wait for the disk.
            .setServerConfig("fsync", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("synchronous_commit", "on")
            .start();
    if (!collation.isEmpty()) {
      execute(server.getPostgresDatabase(), COLLATED.formatted(collation));
    }
    String name = collation.isEmpty() ? "postgres" : "collated";
    DataSource database = server.getDatabase("postgres", name);
    execute(database, "create extension pg_stat_statements");
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      return new Database(server, postmaster(statement), name);
    }
  }

  // The first line of the file that the server keeps while it runs.
  private static long postmaster(Statement statement) throws SQLException {
    try (ResultSet line =
        statement.executeQuery("select split_part(pg_read_file('postmaster.pid'), E'\\n', 1)")) {
      line.next();
      return Long.parseLong(line.getString(1).strip());
    }
  }

  /** The environment of an engine on this database. */
  Map<String, String> settings() {
    return Map.of(
        "OUTWORK_DB_URL", server.getJdbcUrl("postgres", name),
        "OUTWORK_DB_USER", "postgres",
        "OUTWORK_DB_PASSWORD", "postgres");
  }

  DataSource dataSource() {
    return server.getDatabase("postgres", name);
  }

  double cpu() {
    return Cpu.ofTree(pid);
  }

  /** Executed so far, but for begin and commit. */
  long statements() {
    return number(STATEMENTS);
  }

  /** Transactions so far that have written or locked. */
  long transactions() {
    return number(TRANSACTIONS);
  }

  /** Bytes of the write-ahead log so far. */
  long walBytes() {
    return number(WAL_BYTES);
  }

  String version() {
    return text("show server_version");
  }

  void execute(String sql) {
    execute(dataSource(), sql);
  }

  private static void execute(DataSource database, String sql) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private long number(String query) {
    return Long.parseLong(text(query));
  }

  String text(String query) {
    try (Connection connection = dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      result.next();
      return result.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
