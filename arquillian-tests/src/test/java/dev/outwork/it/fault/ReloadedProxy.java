package dev.outwork.it.fault;

import dev.outwork.it.cluster.Cluster;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An HAProxy in front of all nodes. */
final class ReloadedProxy implements AutoCloseable {
  private static final String SETTINGS =
      """
      defaults
        mode http
        option abortonclose
        option redispatch
        timeout connect 2s
        timeout client 60s
        timeout server 60s
      listen engine
        bind 127.0.0.1:%d
        option httpchk GET /engine-rest/engine
        default-server check inter 500ms fall 1 rise 1
      """;

  private final Cluster cluster;
  private final int port;
  private final Path settings;
  private Process process;

  private ReloadedProxy(Cluster cluster, int port, Path settings) {
    this.cluster = cluster;
    this.port = port;
    this.settings = settings;
  }

  /** Starts one; empty where HAProxy is not installed. */
  static Optional<ReloadedProxy> before(Cluster cluster) throws IOException {
    if (!isThere()) {
      System.out.println("There is no proxy to reload: haproxy is not installed");
      return Optional.empty();
    }
    Path settings = Files.createTempFile("haproxy", ".cfg");
    ReloadedProxy proxy = new ReloadedProxy(cluster, freePort(), settings);
    proxy.reload();
    return Optional.of(proxy);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  String root() {
    return "http://localhost:" + port + "/engine-rest";
  }

  /** Reads the current addresses of the nodes; open connections continue. */
  void reload() throws IOException {
    String nodes =
        IntStream.range(0, cluster.size())
            .mapToObj(node -> "  server n%d %s%n".formatted(node, address(node)))
            .collect(Collectors.joining());
    Files.writeString(settings, SETTINGS.formatted(port) + nodes);
    List<String> command = new ArrayList<>(List.of("haproxy", "-db", "-f", settings.toString()));
    if (process != null) {
      command.addAll(List.of("-sf", String.valueOf(process.pid())));
    }
    File log = Path.of(System.getProperty("work.directory"), "haproxy.log").toFile();
    process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
            .start();
  }

  private String address(int node) {
    URI root = URI.create(cluster.root(node));
    return "127.0.0.1:" + root.getPort();
  }

  private static boolean isThere() {
    try {
      new ProcessBuilder("haproxy", "-v")
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
      return true;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void close() {
    process.destroy();
  }
}
