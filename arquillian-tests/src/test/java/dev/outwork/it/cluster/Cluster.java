package dev.outwork.it.cluster;

import dev.outwork.it.server.Node;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;

/** Equal nodes, some of which may be dead. */
public final class Cluster implements AutoCloseable {
  private final Map<String, String> settings;
  private final AtomicReferenceArray<Node> nodes;

  private Cluster(Map<String, String> settings, int size) {
    this.settings = settings;
    this.nodes = new AtomicReferenceArray<>(size);
  }

  public static Cluster start(int size, Map<String, String> settings) {
    Cluster cluster = new Cluster(settings, size);
    List<CompletableFuture<Void>> starts =
        IntStream.range(0, size)
            .mapToObj(number -> CompletableFuture.runAsync(() -> cluster.start(number)))
            .toList();
    boolean started = false;
    try {
      CompletableFuture.allOf(starts.toArray(CompletableFuture[]::new)).join();
      started = true;
    } finally {
      if (!started) {
        cluster.close();
      }
    }
    return cluster;
  }

  /** Starts a node in the place of one that was killed. */
  public void start(int number) {
    nodes.set(number, Node.start("cluster-" + number, settings));
  }

  public int size() {
    return nodes.length();
  }

  public Node node(int number) {
    return nodes.get(number);
  }

  /** Where a caller finds the API of a node, whether it lives or not. */
  public String root(int number) {
    return node(number).rest().root();
  }

  @Override
  public void close() {
    for (int i = 0; i < nodes.length(); i++) {
      if (nodes.get(i) != null) {
        nodes.get(i).close();
      }
    }
  }
}
