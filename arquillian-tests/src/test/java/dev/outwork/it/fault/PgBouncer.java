package dev.outwork.it.fault;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A PgBouncer in transaction mode in front of a PostgreSQL on this host. */
final class PgBouncer implements AutoCloseable {
  private static final String SETTINGS =
      """
      [databases]
      postgres = host=127.0.0.1 port=%d dbname=postgres user=postgres
      [pgbouncer]
      listen_addr = 127.0.0.1
      listen_port = %d
      unix_socket_dir =
      auth_type = any
      pool_mode = transaction
      default_pool_size = 20
      ignore_startup_parameters = extra_float_digits
      """;

  private final Process process;
  private final int port;

  private PgBouncer(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Starts one; skips the test where it is not installed. */
  static PgBouncer before(int postgresPort) throws IOException {
    assumeTrue(isThere(), "Skipped: pgbouncer is not installed");
    int port = freePort();
    // The user that it becomes has to read it.
    Path settings = Files.createTempFile("pgbouncer", ".ini");
    settings.toFile().setReadable(true, false);
    Files.writeString(settings, SETTINGS.formatted(postgresPort, port));
    List<String> command = new ArrayList<>(List.of("pgbouncer", settings.toString()));
    if (System.getProperty("user.name").equals("root")) {
      command.addAll(List.of("-u", "nobody"));
    }
    Path log = Path.of(System.getProperty("work.directory"), "pgbouncer.log");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(
                Files.createDirectories(log.getParent()).resolve("pgbouncer.log").toFile())
            .start();
    return new PgBouncer(process, port);
  }

  /** JDBC URL of the database behind it. */
  String url() {
    return "jdbc:postgresql://localhost:%d/postgres".formatted(port);
  }

  private static boolean isThere() {
    try {
      new ProcessBuilder("pgbouncer", "--version").start().destroy();
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    process.destroy();
  }
}
