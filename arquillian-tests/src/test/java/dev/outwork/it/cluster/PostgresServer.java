package dev.outwork.it.cluster;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.BindException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/** A PostgreSQL on this host that others can follow, and whose processes can be stopped. */
final class PostgresServer implements AutoCloseable {
  private static final Duration LONGEST_START = Duration.ofMinutes(1);
  private static final int FIRST_PORT = 21_000;
  private static final int LAST_PORT = 25_000;

  private final Path data;
  private final EmbeddedPostgres server;
  private boolean killed;

  private PostgresServer(Path data, int port) throws IOException {
    this.data = data;
    Redirect log = Redirect.appendTo(Path.of(data + ".log").toFile());
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(data.toFile())
            .setCleanDataDirectory(false)
            .setRegisterShutdownHook(false)
            // A standby answers when it has what the primary had when it was copied.
            .setPGStartupWait(LONGEST_START)
            .setOutputRedirector(log)
            .setErrorRedirector(log)
            // A killed server leaves the lock of its socket behind, and its port stays in use until
            // its process has been reaped, which may take long.
            .setServerConfig("unix_socket_directories", "")
            // Acknowledged commits are in the log, and on the standby, if there is one.
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("wal_keep_size", "1GB")
            .setServerConfig("wal_receiver_status_interval", "1s")
            .setServerConfig("wal_retrieve_retry_interval", "200ms");
    this.server = builder.setPort(port == 0 ? freePort() : port).start();
  }

  // Not one of those that the system gives to clients: while the server is down one of them would
  // get it, perhaps one that calls the server and so reaches itself.
  private static int freePort() throws IOException {
    while (true) {
      int port = ThreadLocalRandom.current().nextInt(FIRST_PORT, LAST_PORT);
      try (ServerSocket free = new ServerSocket(port)) {
        return free.getLocalPort();
      } catch (BindException taken) {
        // The next one may be free.
      }
    }
  }

  static PostgresServer start() throws IOException {
    return new PostgresServer(newDirectory(), 0);
  }

  /** Restarts the server after {@link #stop}. */
  PostgresServer again() throws IOException {
    return new PostgresServer(data, port());
  }

  /**
   * One that follows this one.
   *
   * @param port its own; 0 for any
   */
  PostgresServer startStandby(int port) throws IOException, SQLException {
    Path copy = newDirectory();
    try (Connection connection = connect()) {
      BaseBackup.copy(connection, data, copy);
    }
    Files.writeString(
        copy.resolve("postgresql.auto.conf"),
        "primary_conninfo = 'host=localhost port=%d user=postgres'%n".formatted(port()));
    Files.createFile(copy.resolve("standby.signal"));
    return new PostgresServer(copy, port);
  }

  int port() {
    return server.getPort();
  }

  Connection connect() throws SQLException {
    return server.getPostgresDatabase().getConnection();
  }

  /** Ends it as kill -9 of all of its processes does. */
  void kill() throws IOException {
    signal("KILL", processes());
    killed = true;
  }

  /** Stops its processes where they are. */
  void freeze() throws IOException {
    signal("STOP", processes());
  }

  /** Stops it as an operator does: connections are ended, and what was committed is on the disk. */
  void stop() throws IOException {
    server.close();
  }

  static void signal(String name, List<Long> processes) throws IOException {
    if (processes.isEmpty()) {
      return;
    }
    List<String> command = new ArrayList<>(List.of("kill", "-" + name));
    processes.forEach(process -> command.add(String.valueOf(process)));
    try {
      // One that has just ended is not there any more.
      new ProcessBuilder(command).start().waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** None if it does not run. */
  private List<Long> processes() throws IOException {
    Path pid = data.resolve("postmaster.pid");
    if (!Files.exists(pid)) {
      return List.of();
    }
    try (Stream<String> lines = Files.lines(pid)) {
      long postmaster = Long.parseLong(lines.findFirst().orElseThrow().strip());
      return Stream.concat(
              Stream.of(postmaster),
              ProcessHandle.of(postmaster).stream()
                  .flatMap(ProcessHandle::descendants)
                  .map(ProcessHandle::pid))
          .toList();
    }
  }

  private static Path newDirectory() throws IOException {
    Path work = Files.createDirectories(Path.of(System.getProperty("work.directory")));
    return Files.createTempDirectory(work, "postgres");
  }

  @Override
  public void close() throws IOException {
    if (!killed) {
      server.close();
    }
    try (Stream<Path> files = Files.walk(data)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }
}
