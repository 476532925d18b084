package dev.outwork.it.fault;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.outwork.it.server.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A proxy in front of the engine, configured by the files that server-config gives for it. */
final class ReverseProxy implements AutoCloseable {
  private static final Path CONFIGURATIONS = Project.file("server-config/proxies");
  private static final String ITS_PORT_THERE = "\\b8000\\b";
  private static final String ENGINE_PORT_THERE = "\\b8080\\b";
  private static final Duration LONGEST_START = Duration.ofSeconds(30);

  private final Process process;
  private final Path directory;
  private final String root;

  private ReverseProxy(Process process, Path directory, String root) {
    this.process = process;
    this.directory = directory;
    this.root = root;
  }

  /** Starts one; skips the test where it is not installed. */
  static ReverseProxy start(ProxyProgram program, int enginePort) throws Exception {
    assumeTrue(program.isThere(), () -> "Skipped: %s is not installed".formatted(program));
    int port = freePort();
    // The user that it becomes has to write there.
    Path directory =
        Files.createTempDirectory(
            "proxy",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
    open(directory);
    for (Path file : filesOf(CONFIGURATIONS.resolve(program.files()))) {
      String text =
          Files.readString(file)
              .replaceAll(ITS_PORT_THERE, String.valueOf(port))
              .replaceAll(ENGINE_PORT_THERE, String.valueOf(enginePort));
      Files.writeString(directory.resolve(file.getFileName()), text);
    }
    program.prepare(directory);
    Path log = Path.of(System.getProperty("work.directory")).resolve(program + ".log");
    Files.createDirectories(log.getParent());
    Process process =
        new ProcessBuilder(program.command(directory, port))
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    ReverseProxy proxy =
        new ReverseProxy(process, directory, "http://127.0.0.1:%d/engine-rest".formatted(port));
    try {
      await("%s to answer; its log is %s".formatted(program, log))
          .atMost(LONGEST_START)
          .until(proxy::answers);
    } catch (RuntimeException e) {
      proxy.close();
      throw e;
    }
    return proxy;
  }

  /** Of the engine's API, through it. */
  String root() {
    return root;
  }

  static void open(Path directory) throws IOException {
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxrwx"));
  }

  private boolean answers() throws InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(root + "/engine")).build();
    try {
      // It offers HTTP/2, as Java clients do.
      return HttpClient.newHttpClient()
              .send(request, HttpResponse.BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException e) {
      return false;
    }
  }

  private static List<Path> filesOf(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
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
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
      delete(directory);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
