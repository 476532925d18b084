package dev.outwork.it.fault;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.outwork.it.client.Npm;
import dev.outwork.it.server.OnServer;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Workers that end while they wait behind a proxy. {@code -Doutwork.proxies=} has the names of
 * those to be tried, separated by commas, or {@code all}.
 */
class ProxyIT extends OnServer {
  private static final String PROXIES = System.getProperty("outwork.proxies", "haproxy,apache");
  private static final int WORKERS = 15;
  private static final int MOST_LOST = 1;
  private static final Duration FIRST_SIGN = Duration.ofSeconds(20);
  private static final Duration LONGEST_SERVICE = Duration.ofSeconds(20);

  /** How workers end. */
  private enum End {
    /** Sockets are closed. */
    CLOSE,
    /** Sockets are reset. */
    RESET,
    /** The published JavaScript client, whose process is killed. */
    KILL
  }

  static Stream<Arguments> proxiesAndEnds() {
    return Stream.of(ProxyProgram.values())
        .filter(
            proxy ->
                PROXIES.equals("all") || List.of(PROXIES.split(",")).contains(proxy.toString()))
        .flatMap(proxy -> Stream.of(End.values()).map(end -> Arguments.of(proxy, end)));
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("proxiesAndEnds")
  void tasks_go_to_those_who_are_still_there(ProxyProgram program, End end) throws Exception {
    VanishingWorkers workers = new VanishingWorkers(rest());
    workers.deploy();
    try (ReverseProxy proxy = ReverseProxy.start(program, URI.create(rest().root()).getPort())) {
      waitAndDie(proxy.root(), end);
      List<Socket> living = VanishingWorkers.wait(proxy.root(), "living", WORKERS);

      workers.createTasks(WORKERS);

      await()
          .atMost(LONGEST_SERVICE)
          .untilAsserted(
              () ->
                  assertThat(holders(workers))
                      .hasEntrySatisfying(
                          "living",
                          number ->
                              assertThat(number)
                                  .isGreaterThanOrEqualTo((long) WORKERS - MOST_LOST)));
      System.out.printf(
          Locale.ROOT, "Behind %s, %s: tasks are held by %s%n", program, end, holders(workers));
      for (Socket socket : living) {
        socket.close();
      }
    } finally {
      workers.completeTasks();
    }
  }

  private static Map<String, Long> holders(VanishingWorkers workers) {
    return workers.holders(WORKERS).stream()
        .collect(groupingBy(name -> name.replaceAll("-.*", ""), TreeMap::new, counting()));
  }

  private static void waitAndDie(String root, End end) throws Exception {
    if (end == End.KILL) {
      killWaitingProcess(root);
      return;
    }
    List<Socket> dying = VanishingWorkers.wait(root, "dead", WORKERS);
    for (Socket socket : dying) {
      // The first blank, and with it the status: it waits.
      socket.setSoTimeout((int) FIRST_SIGN.toMillis());
      assertThat(socket.getInputStream().read()).isEqualTo('H');
    }
    for (Socket socket : dying) {
      if (end == End.RESET) {
        socket.setSoLinger(true, 0);
      } else {
        // The host would reset what ends with something unread.
        socket.getInputStream().skip(socket.getInputStream().available());
      }
      socket.close();
    }
  }

  private static void killWaitingProcess(String root) throws Exception {
    Npm npm = Npm.install();
    Process process =
        npm.start(
            "waiting.log",
            "node",
            "waiting.mjs",
            root,
            VanishingWorkers.TOPIC,
            String.valueOf(WORKERS));
    try {
      await()
          .atMost(FIRST_SIGN)
          .until(() -> Files.readAllLines(npm.file("waiting.log")).size() >= WORKERS);
    } finally {
      process.destroyForcibly().waitFor();
    }
  }
}
