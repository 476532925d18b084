package dev.outwork.it.server;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A Payara Micro that an operator has started by {@code server-config/payara-micro/Start.java}. */
public final class LaunchedServer implements AutoCloseable {
  private static final Duration LONGEST_START = Duration.ofMinutes(10);
  private static final String READY = "[outwork] ready";

  private final Launcher launcher;
  private final RestApi rest;

  private LaunchedServer(Launcher launcher, int port) {
    this.launcher = launcher;
    this.rest = new RestApi("http://localhost:" + port + "/engine-rest");
  }

  /** Starts it and waits until the launcher says that it is ready. */
  public static LaunchedServer start(String name, Map<String, String> settings) {
    return start(name, Node.freePort(), settings);
  }

  /** Starts it at a port that its settings have to name. */
  public static LaunchedServer start(String name, int port, Map<String, String> settings) {
    Map<String, String> environment = new HashMap<>(settings);
    environment.put("JAVA_TOOL_OPTIONS", String.join(" ", Node.jvmOptions()));
    Launcher launcher =
        Launcher.run(
            name,
            environment,
            System.getProperty("payara.micro.jar"),
            System.getProperty("engine.war"),
            "--port",
            String.valueOf(port));
    LaunchedServer server = new LaunchedServer(launcher, port);
    await("the launcher to be ready; its log is " + name + ".log")
        .atMost(LONGEST_START)
        .until(() -> server.said().contains(READY) || launcher.hasEnded());
    if (launcher.hasEnded()) {
      throw new IllegalStateException("The launcher ended early: " + server.said());
    }
    return server;
  }

  public RestApi rest() {
    return rest;
  }

  /** All that the launcher has said until now. */
  public String said() {
    return launcher.said();
  }

  /** The ports on which it listens; empty where the system does not tell, as Linux does. */
  public Set<Integer> listeningPorts() {
    return launcher.servers().stream()
        .flatMap(server -> ListeningPorts.of(server.pid()).stream())
        .collect(Collectors.toSet());
  }

  /** The processes that it has started. */
  public List<ProcessHandle> servers() {
    return launcher.servers();
  }

  /** Ends it as Ctrl-C does. */
  @Override
  public void close() {
    launcher.stop();
  }
}
