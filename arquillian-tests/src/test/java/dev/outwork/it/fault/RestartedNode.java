package dev.outwork.it.fault;

import static org.awaitility.Awaitility.await;

import dev.outwork.it.server.Archives;
import dev.outwork.it.server.Node;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/** A node that is restarted whenever it has died. */
final class RestartedNode implements AutoCloseable {
  private static final Duration A_MOMENT = Duration.ofMillis(200);
  private static final Duration LONGEST_RESTARTS = Duration.ofMinutes(10);

  private final String name;
  private final Map<String, String> settings;
  private final Archives archives;
  private final Path fuses;
  private final AtomicInteger starts = new AtomicInteger();
  private final Thread keeper = new Thread(this::keep);
  private volatile boolean ending;
  private volatile Node node;

  RestartedNode(String name, Map<String, String> settings, Archives archives, Path fuses) {
    this.name = name;
    this.settings = settings;
    this.archives = archives;
    this.fuses = fuses;
  }

  void start() {
    node = startNode();
    keeper.start();
  }

  private Node startNode() {
    return Node.start(
        name + "-" + starts.incrementAndGet(), archives, settings, "-Dfuses=" + fuses);
  }

  private void keep() {
    while (!ending) {
      if (node.endsWithin(A_MOMENT)) {
        restart();
      }
    }
  }

  // It may well die again before it answers.
  private void restart() {
    try {
      node = startNode();
    } catch (IllegalStateException deadAgain) {
      System.out.println(deadAgain.getMessage());
    }
  }

  void kill() {
    node.kill();
  }

  int starts() {
    return starts.get();
  }

  /** Starts an instance, again and again until the node has said that it did. */
  String startVideo(String video) {
    return await()
        .atMost(LONGEST_RESTARTS)
        .pollInSameThread()
        .pollDelay(Duration.ZERO)
        .pollInterval(A_MOMENT)
        .ignoreExceptionsInstanceOf(Throwable.class)
        .until(() -> node.rest().startVideo(video), Objects::nonNull);
  }

  @Override
  public void close() {
    ending = true;
    try {
      keeper.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (node != null) {
      node.close();
    }
  }
}
