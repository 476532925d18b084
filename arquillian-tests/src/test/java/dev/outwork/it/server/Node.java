package dev.outwork.it.server;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** A Payara Micro of our own, for tests that choose its database or end it before its time. */
public final class Node implements AutoCloseable {
  private static final String PREBOOT_COMMANDS =
      Project.file("server-config/payara-micro/preboot.asadmin").toString();

  private static final Duration LONGEST_START = Duration.ofMinutes(10);
  private static final Duration LONGEST_END = Duration.ofMinutes(1);

  private final Process process;
  private final RestApi rest;

  private Node(Process process, RestApi rest) {
    this.process = process;
    this.rest = rest;
  }

  /**
   * Starts a node and waits until it answers.
   *
   * @param options of its virtual machine
   */
  public static Node start(String name, Map<String, String> settings, String... options) {
    return start(name, Archives.ENGINE, settings, options);
  }

  /** A node with other archives than the engine's own. */
  public static Node start(
      String name, Archives archives, Map<String, String> settings, String... options) {
    int port = freePort();
    File log = logOf(name);
    Process process = launch(port, archives, settings, log, options);
    Node node = new Node(process, new RestApi("http://localhost:" + port + "/engine-rest"));
    boolean answers = false;
    try {
      await("node " + name + " to answer; its log is " + log)
          .atMost(LONGEST_START)
          .pollInterval(Duration.ofMillis(200))
          .until(() -> node.answers() || !process.isAlive());
      answers = true;
    } finally {
      if (!answers) {
        node.kill();
      }
    }
    if (!process.isAlive()) {
      throw new IllegalStateException("Node " + name + " ended early; its log is " + log);
    }
    return node;
  }

  public RestApi rest() {
    return rest;
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** Whether the process has ended, or ends within this time. */
  public boolean endsWithin(Duration length) {
    try {
      return process.waitFor(length.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** The operating system's id of the server's process. */
  public long pid() {
    return process.pid();
  }

  /**
   * The ports on which its process listens; empty where the system does not tell, as Linux does.
   */
  public Set<Integer> listeningPorts() {
    return ListeningPorts.of(pid());
  }

  /** Stops the server's process where it is, as a machine that hangs does. */
  public void freeze() {
    signal("STOP");
  }

  /** Continues the process after {@link #freeze}. */
  public void thaw() {
    signal("CONT");
  }

  private void signal(String name) {
    try {
      int failed =
          new ProcessBuilder("kill", "-" + name, String.valueOf(pid()))
              .inheritIO()
              .start()
              .waitFor();
      if (failed != 0) {
        throw new IllegalStateException("Cannot send SIG%s to process %d".formatted(name, pid()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Ends the server as kill -9 does: nothing of it runs any more. */
  public void kill() {
    process.destroyForcibly();
    waitForEnd();
  }

  /** Ends the server as an operator does. */
  @Override
  public void close() {
    process.destroy();
    waitForEnd();
  }

  private void waitForEnd() {
    if (!endsWithin(LONGEST_END)) {
      process.destroyForcibly();
    }
  }

  private boolean answers() {
    HttpRequest request = HttpRequest.newBuilder(URI.create(rest.root() + "/engine")).build();
    try {
      return HttpClient.newHttpClient()
              .send(request, HttpResponse.BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static Process launch(
      int port, Archives archives, Map<String, String> settings, File log, String... options) {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(jvmOptions());
    command.addAll(List.of(options));
    command.add("-jar");
    command.add(System.getProperty("payara.micro.jar"));
    command.addAll(archives.options());
    command.addAll(List.of("--port", String.valueOf(port), "--nocluster"));
    command.addAll(List.of("--prebootcommandfile", PREBOOT_COMMANDS));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(settings);
    builder.redirectErrorStream(true).redirectOutput(log);
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot start a node", e);
    }
  }

  /** What the poms want for every server of the tests; the benchmark wants nothing. */
  static List<String> jvmOptions() {
    String more = System.getProperty("server.jvm.options");
    return more == null ? List.of("-Xmx512m") : List.of("-Xmx512m", more);
  }

  static File logOf(String name) {
    try {
      Path directory = Files.createDirectories(Path.of(System.getProperty("work.directory")));
      return directory.resolve(name + ".log").toFile();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
