package dev.outwork.it.fault;

import dev.outwork.it.server.Archives;
import dev.outwork.it.server.Node;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A node that is restarted whenever it has died. */
final class RestartedNode implements AutoCloseable {
  private static final int MOMENT = 200;

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
      if (!node.isAlive()) {
        restart();
      }
      pause();
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
    while (true) {
      try {
        return node.wire().startVideo(video);
      } catch (Exception | AssertionError dying) {
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(MOMENT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
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
