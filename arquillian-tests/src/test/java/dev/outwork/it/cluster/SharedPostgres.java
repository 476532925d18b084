package dev.outwork.it.cluster;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The database of all nodes, and what can happen to it: a primary, and a synchronous standby that
 * takes its place.
 */
public final class SharedPostgres implements AutoCloseable {
  private static final String OF_THE_ENGINE =
      """
        from pg_stat_activity a
       where a.application_name like 'outwork%'
      """;

  private static final String OF_HINTS =
      OF_THE_ENGINE
          + """
               and (a.application_name like 'outwork-hints%' or a.query like '%pg_notify%')
            """;

  // So long a server that hangs keeps a call.
  private static final int SOCKET_TIMEOUT_SECONDS = 4;
  private static final Duration LONGEST_START = Duration.ofMinutes(1);

  private PostgresServer primary;
  private PostgresServer standby;
  private PostgresServer lost;

  /** Actions while something is broken. */
  @FunctionalInterface
  public interface Meanwhile {
    void happens() throws Exception;
  }

  private SharedPostgres(PostgresServer primary) {
    this.primary = primary;
  }

  /** Starts a primary and its standby. */
  public static SharedPostgres start() throws IOException, SQLException {
    SharedPostgres postgres = new SharedPostgres(PostgresServer.start());
    postgres.startStandby(0);
    return postgres;
  }

  /** The environment of an engine on this database. */
  public Map<String, String> settings() {
    return Map.of(
        "OUTWORK_DB_URL",
        "jdbc:postgresql://localhost:%d,localhost:%d/postgres?targetServerType=primary&socketTimeout=%d"
            .formatted(primary.port(), standby.port(), SOCKET_TIMEOUT_SECONDS),
        "OUTWORK_DB_USER",
        "postgres",
        "OUTWORK_DB_PASSWORD",
        "postgres");
  }

  /** Ends all connections of all nodes. */
  public void endConnections() throws SQLException {
    ask("select pg_terminate_backend(a.pid)" + OF_THE_ENGINE);
  }

  /**
   * Kills one of the server's processes, so that it ends all others, recovers from its log and
   * starts again.
   */
  public void crash() throws SQLException, IOException {
    PostgresServer.signal("KILL", processes(OF_THE_ENGINE).subList(0, 1));
  }

  /** Stops the primary as an operator does, and starts it. */
  public void restart() throws IOException {
    primary.stop();
    primary = primary.again();
  }

  /** Locks a table meanwhile. */
  public void hold(String table, Meanwhile meanwhile) throws Exception {
    try (Connection connection = primary.connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("lock table " + table + " in access exclusive mode");
      meanwhile.happens();
      connection.rollback();
    }
  }

  /** Takes no writes meanwhile, as a primary does that is about to be switched. */
  public void readOnly(Meanwhile meanwhile) throws Exception {
    setReadOnly("on");
    try {
      meanwhile.happens();
    } finally {
      setReadOnly("off");
    }
  }

  private void setReadOnly(String value) throws SQLException {
    execute("alter system set default_transaction_read_only = " + value);
    ask("select pg_reload_conf()");
  }

  /** Stops the processes behind the nodes' connections for hints meanwhile. */
  public void freezeHints(Meanwhile meanwhile) throws Exception {
    freeze(processes(OF_HINTS), meanwhile);
  }

  /** Stops the process behind one of the nodes' connections meanwhile. */
  public void freezeOneBackend(Meanwhile meanwhile) throws Exception {
    freeze(processes(OF_THE_ENGINE + " order by random() limit 1"), meanwhile);
  }

  private static void freeze(List<Long> processes, Meanwhile meanwhile) throws Exception {
    PostgresServer.signal("STOP", processes);
    try {
      meanwhile.happens();
    } finally {
      PostgresServer.signal("CONT", processes);
    }
  }

  /** The primary dies, and its standby is promoted; {@link #replaceLost} makes a new one. */
  public void killPrimary() throws IOException, SQLException {
    primary.kill();
    promoteStandby();
  }

  /** As above, but the old primary hangs until it is replaced. */
  public void freezePrimary() throws IOException, SQLException {
    primary.freeze();
    promoteStandby();
  }

  private void promoteStandby() throws SQLException {
    lost = primary;
    primary = standby;
    standby = null;
    ask("select pg_promote(true, 60)");
  }

  /** Switches the old primary off, and starts a standby in its place. */
  public void replaceLost() throws IOException, SQLException {
    lost.kill();
    lost.close();
    startStandby(lost.port());
  }

  // Commits wait for it from when it has caught up.
  private void startStandby(int port) throws IOException, SQLException {
    execute("alter system reset all");
    standby = primary.startStandby(port);
    execute("alter system set synchronous_standby_names = '*'");
    ask("select pg_reload_conf()");
    await("the standby to follow")
        .atMost(LONGEST_START)
        .until(() -> !ask("select 1 from pg_stat_replication where sync_state = 'sync'").isEmpty());
  }

  private List<Long> processes(String which) throws SQLException {
    return ask("select a.pid" + which).stream().map(Long::valueOf).toList();
  }

  /** Changes something on the primary. */
  public void execute(String command) throws SQLException {
    try (Connection connection = primary.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(command);
    }
  }

  /** The first column of what the primary answers. */
  public List<String> ask(String query) throws SQLException {
    try (Connection connection = primary.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<String> answers = new ArrayList<>();
      while (rows.next()) {
        answers.add(rows.getString(1));
      }
      return answers;
    }
  }

  @Override
  public void close() throws IOException {
    if (standby == null) {
      lost.kill();
      lost.close();
    } else {
      standby.close();
    }
    primary.close();
  }
}
