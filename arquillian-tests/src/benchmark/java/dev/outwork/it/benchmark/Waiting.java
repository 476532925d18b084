package dev.outwork.it.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import dev.outwork.it.server.Pause;
import dev.outwork.it.server.RawFetch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Fetches that wait: what they cost, how soon they are answered, and what the dead take with them.
 */
final class Waiting {
  private static final String KEY = "bench-waiting";
  private static final String TOPIC = "bench-waiting";
  private static final long LONGEST_WAIT = Duration.ofMinutes(5).toMillis();
  private static final double NANOS_PER_MILLI = 1e6;

  private final Bench bench;

  Waiting(Bench bench) {
    this.bench = bench;
    bench.engine().deploy("bench-waiting.bpmn", Models.one(KEY, TOPIC));
  }

  /** Pollers that wait for what does not come. */
  Row idle(int pollers, Duration length) {
    List<CompletableFuture<Client.Answer>> waiting =
        park(pollers, "bench-nothing", length.plusSeconds(10));
    settle(Duration.ofSeconds(5));
    Usage used = bench.measure(() -> settle(length));
    waiting.forEach(CompletableFuture::join);
    return new Row(
        "%,d idle pollers".formatted(pollers),
        "seconds",
        (int) length.toSeconds(),
        used,
        Goal.of("<= 3 statements a second, <= 2 % of a core"),
        "%.1f %% of a core".formatted(used.percentOfCore()));
  }

  /** From the start of an instance to its task in the worker's hand, on the same node. */
  Row latency(int starts, Duration between) {
    return latency(
        "start to worker's hand",
        bench.engine(),
        starts,
        between,
        Goal.of("p50 <= 5 ms, p99 <= 30 ms above a bare round trip"));
  }

  /** The same with starts on another node; the processor time is that of the workers' node. */
  Row latencyAcrossNodes(Engine other, int starts, Duration between) {
    return latency(
        "start on another node to worker's hand",
        other,
        starts,
        between,
        Goal.of("p99 <= 100 ms above a bare round trip"));
  }

  private Row latency(String name, Engine starter, int starts, Duration between, Goal goal) {
    Map<String, Long> arrived = new ConcurrentHashMap<>();
    int pollers = 8;
    List<CompletableFuture<Void>> loops =
        IntStream.range(0, pollers).mapToObj(i -> poll("latency-" + i, arrived)).toList();
    settle(Duration.ofSeconds(1));
    Map<String, Long> started = new ConcurrentHashMap<>();
    Usage used =
        bench.measure(
            () -> {
              for (int i = 0; i < starts; i++) {
                long at = System.nanoTime();
                started.put(starter.start(KEY, "v-" + i), at);
                settle(between);
              }
              await(() -> arrived.size() >= starts);
            });
    double[] late =
        started.entrySet().stream()
            .mapToDouble(
                start -> (arrived.get(start.getKey()) - start.getValue()) / NANOS_PER_MILLI)
            .sorted()
            .toArray();
    double bare = bareRoundTrip();
    finish(pollers, loops);
    return new Row(
            name,
            "starts",
            starts,
            used,
            goal,
            "p50 %.1f ms, p99 %.1f ms; bare round trip p50 %.1f ms"
                .formatted(late[late.length / 2], late[late.length * 99 / 100], bare))
        .taking(late[late.length / 2]);
  }

  /** As many pollers as a heap of 512 MB has to hold, all served at once. */
  Row crowd(int pollers) {
    List<CompletableFuture<Client.Answer>> waiting =
        park(pollers, TOPIC, Duration.ofMillis(LONGEST_WAIT));
    settle(Duration.ofSeconds(2));
    Usage used =
        bench.measure(
            () -> {
              bench.engine().start(KEY, pollers);
              waiting.forEach(CompletableFuture::join);
            });
    long served = waiting.stream().filter(answer -> answer.join().body().size() == 1).count();
    long distinct =
        waiting.stream()
            .map(answer -> answer.join().body().path(0).path("id").asText())
            .distinct()
            .count();
    waiting.forEach(answer -> complete(answer.join().body().path(0)));
    if (served != pollers || distinct != pollers) {
      throw new IllegalStateException(
          "%d of %d pollers were served, with %d tasks".formatted(served, pollers, distinct));
    }
    return new Row(
        "%,d pollers wait, all are served".formatted(pollers),
        "starts",
        pollers,
        used,
        Goal.of("heap of 512 MB"),
        "");
  }

  /** Pollers whose process ends in mid-wait. */
  Row vanish(int pollers) {
    List<Socket> sockets =
        IntStream.range(0, pollers).mapToObj(i -> connect("vanished-" + i)).toList();
    settle(Duration.ofSeconds(2));
    sockets.forEach(Waiting::close);
    settle(Duration.ofSeconds(2));
    Usage used =
        bench.measure(
            () -> {
              bench.engine().start(KEY, pollers);
              settle(Duration.ofSeconds(3));
            });
    int locked =
        Engine.expect(
                200,
                bench.engine().client().get("/external-task/count?locked=true&topicName=" + TOPIC))
            .path("count")
            .asInt();
    workOff();
    return new Row(
        "%d pollers vanish in mid-wait".formatted(pollers),
        "starts",
        pollers,
        used,
        Goal.of("0 locked for the dead"),
        "%d locked for the dead".formatted(locked));
  }

  private List<CompletableFuture<Client.Answer>> park(int pollers, String topic, Duration wait) {
    List<CompletableFuture<Client.Answer>> waiting = new ArrayList<>();
    for (int i = 0; i < pollers; i++) {
      waiting.add(
          bench
              .engine()
              .client()
              .postLater(
                  "/external-task/fetchAndLock", fetch("parked-" + i, topic, wait.toMillis())));
    }
    return waiting;
  }

  private CompletableFuture<Void> poll(String worker, Map<String, Long> arrived) {
    return bench
        .engine()
        .client()
        .postLater("/external-task/fetchAndLock", fetch(worker, TOPIC, LONGEST_WAIT))
        .thenCompose(
            answer -> {
              long at = System.nanoTime();
              JsonNode task = answer.body().path(0);
              if (!task.path("variables").path("input").path("value").asText().startsWith("v-")) {
                return CompletableFuture.completedFuture(null);
              }
              arrived.put(task.path("processInstanceId").asText(), at);
              complete(task);
              return poll(worker, arrived);
            });
  }

  // Pollers that still wait are sent home by a task each that is none of the measured ones.
  private void finish(int pollers, List<CompletableFuture<Void>> loops) {
    for (int i = 0; i < pollers; i++) {
      bench.engine().start(KEY, "go home");
    }
    loops.forEach(CompletableFuture::join);
    workOff();
  }

  private void workOff() {
    JsonNode tasks =
        Engine.expect(200, bench.engine().client().get("/external-task?topicName=" + TOPIC));
    tasks.forEach(this::complete);
  }

  private void complete(JsonNode task) {
    String worker = task.path("workerId").asText("nobody");
    String path = "/external-task/" + task.path("id").asText();
    if (worker.equals("null") || worker.equals("nobody")) {
      bench
          .engine()
          .client()
          .post(path + "/lock", "{\"workerId\":\"nobody\",\"lockDuration\":60000}");
      worker = "nobody";
    }
    Engine.expect(
        204, bench.engine().client().post(path + "/complete", "{\"workerId\":\"" + worker + "\"}"));
  }

  private double bareRoundTrip() {
    double[] times = new double[100];
    for (int i = 0; i < times.length; i++) {
      long at = System.nanoTime();
      bench.engine().client().get("/version");
      times[i] = (System.nanoTime() - at) / NANOS_PER_MILLI;
    }
    Arrays.sort(times);
    return times[times.length / 2];
  }

  private Socket connect(String worker) {
    return RawFetch.send(bench.engine().client().root(), fetch(worker, TOPIC, LONGEST_WAIT));
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String fetch(String worker, String topic, long wait) {
    return "{\"workerId\":\"%s\",\"maxTasks\":1,\"asyncResponseTimeout\":%d,\"topics\":[{\"topicName\":\"%s\",\"lockDuration\":600000}]}"
        .formatted(worker, wait, topic);
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("It did not come true within a minute");
      }
      settle(Duration.ofMillis(5));
    }
  }

  private static void settle(Duration length) {
    Pause.of(length);
  }
}
