package dev.outwork.it.cluster;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The database of all nodes, and what can happen to it. */
final class SharedPostgres implements AutoCloseable {
  private static final String OF_THE_ENGINE =
      """
        from pg_stat_activity a
       where a.application_name like 'outwork%'
      """;

  private final EmbeddedPostgres server;

  private SharedPostgres(EmbeddedPostgres server) {
    this.server = server;
  }

  /** Starts one that has a commit in its log before it is acknowledged. */
  static SharedPostgres start() throws IOException {
    return new SharedPostgres(
        EmbeddedPostgres.builder().setServerConfig("synchronous_commit", "on").start());
  }

  /** The environment of an engine on this database. */
  Map<String, String> settings() {
    return Map.of(
        "OUTWORK_DB_URL", server.getJdbcUrl("postgres", "postgres"),
        "OUTWORK_DB_USER", "postgres",
        "OUTWORK_DB_PASSWORD", "postgres");
  }

  /** Ends all connections of all nodes. */
  void endConnections() throws SQLException {
    ask("select pg_terminate_backend(a.pid)" + OF_THE_ENGINE);
  }

  /**
   * Kills one of the server's processes, so that it ends all others, recovers from its log and
   * starts again.
   */
  void crash() throws SQLException, IOException, InterruptedException {
    String pid = ask("select a.pid" + OF_THE_ENGINE + " limit 1").get(0);
    new ProcessBuilder("kill", "-9", pid).start().waitFor();
  }

  /** Lets nobody touch a task meanwhile, so that nodes run out of connections. */
  void holdTasks(Runnable meanwhile) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("lock table external_task in access exclusive mode");
      meanwhile.run();
      connection.rollback();
    }
  }

  List<String> ask(String query) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<String> answers = new ArrayList<>();
      while (rows.next()) {
        answers.add(rows.getString(1));
      }
      return answers;
    }
  }

  private Connection connect() throws SQLException {
    return server.getPostgresDatabase().getConnection();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
