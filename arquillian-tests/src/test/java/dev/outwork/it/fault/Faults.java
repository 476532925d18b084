package dev.outwork.it.fault;

import dev.outwork.it.cluster.Caller;
import dev.outwork.it.cluster.Cluster;
import dev.outwork.it.cluster.SharedPostgres;
import dev.outwork.it.server.Pause;
import dev.outwork.it.server.RawFetch;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** The faults, one after the other in an order that a seed decides. Each is repaired again. */
final class Faults {
  // Longer than a lock, and than a call may take.
  private static final int LONGEST_MILLIS = 6_000;
  private static final int SHORTEST_MILLIS = 500;
  private static final int LONGEST_PAUSE_MILLIS = 2_000;
  private static final int MORE_CALLS_THAN_CONNECTIONS = 40;
  private static final int GHOSTS = 3;

  private final Cluster cluster;
  private final SharedPostgres postgres;
  private final NotingLoad load;
  private final Optional<ReloadedProxy> proxy;
  private final Random random;
  private final Map<String, Fault> all = new LinkedHashMap<>();

  private interface Fault {
    void happen() throws Exception;
  }

  Faults(
      Cluster cluster,
      SharedPostgres postgres,
      NotingLoad load,
      Optional<ReloadedProxy> proxy,
      long seed) {
    this.cluster = cluster;
    this.postgres = postgres;
    this.load = load;
    this.proxy = proxy;
    this.random = new Random(seed);
    all.put("the pool is exhausted", this::exhaustPool);
    all.put("a table is locked", () -> postgres.hold("external_task", this::pass));
    all.put("a backend hangs", () -> postgres.freezeOneBackend(this::pass));
    all.put("the database restarts", postgres::restart);
    all.put("the database crashes", postgres::crash);
    all.put("nothing can be written", () -> postgres.readOnly(this::pass));
    all.put("the primary dies", this::killPrimary);
    all.put("the primary hangs", this::freezePrimary);
    all.put("a node is killed", this::killNode);
    all.put("a node hangs", this::freezeNode);
    all.put("workers are killed", this::killWorkers);
    proxy.ifPresent(any -> all.put("the proxy is reloaded", any::reload));
  }

  /** Lets all happen again and again; returns how many there were. */
  int happenUntil(Instant end) throws Exception {
    List<String> names = new ArrayList<>(all.keySet());
    int happened = 0;
    while (Instant.now().isBefore(end)) {
      if (happened % names.size() == 0) {
        Collections.shuffle(names, random);
      }
      String name = names.get(happened % names.size());
      Instant begin = Instant.now();
      all.get(name).happen();
      happened++;
      System.out.printf(
          "%d: %s, for %d ms; %d completed%n",
          happened,
          name,
          Duration.between(begin, Instant.now()).toMillis(),
          load.acknowledged().completed());
      Pause.of(Duration.ofMillis(random.nextInt(LONGEST_PAUSE_MILLIS)));
    }
    return happened;
  }

  private void pass() {
    int more = random.nextInt(LONGEST_MILLIS - SHORTEST_MILLIS);
    Pause.of(Duration.ofMillis(SHORTEST_MILLIS + more));
  }

  private int anyNode() {
    return random.nextInt(cluster.size());
  }

  private void exhaustPool() throws Exception {
    int node = anyNode();
    List<Thread> callers = new ArrayList<>();
    postgres.hold(
        "process_instance",
        () -> {
          for (int i = 0; i < MORE_CALLS_THAN_CONNECTIONS; i++) {
            callers.add(new Thread(() -> startOnce(new Caller(cluster, node))));
          }
          callers.forEach(Thread::start);
          pass();
        });
    for (Thread caller : callers) {
      caller.join();
    }
  }

  private void startOnce(Caller caller) {
    try {
      load.start(caller);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void killPrimary() throws Exception {
    postgres.killPrimary();
    postgres.replaceLost();
  }

  private void freezePrimary() throws Exception {
    postgres.freezePrimary();
    pass();
    postgres.replaceLost();
  }

  private void killNode() throws Exception {
    int node = anyNode();
    cluster.node(node).kill();
    cluster.start(node);
    if (proxy.isPresent()) {
      proxy.get().reload();
    }
  }

  private void freezeNode() throws Exception {
    int node = anyNode();
    cluster.node(node).freeze();
    try {
      pass();
    } finally {
      cluster.node(node).thaw();
    }
  }

  /** Some die while they wait, others with tasks in their hands. */
  private void killWorkers() throws Exception {
    List<Socket> waiting = new ArrayList<>();
    for (int i = 0; i < GHOSTS; i++) {
      waiting.add(RawFetch.send(cluster.root(anyNode()), load.fetch()));
      load.fetchAndDie(new Caller(cluster, anyNode()));
    }
    for (Socket socket : waiting) {
      socket.setSoLinger(true, 0);
      socket.close();
    }
  }
}
