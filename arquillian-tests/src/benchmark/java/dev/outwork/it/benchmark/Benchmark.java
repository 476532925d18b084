package dev.outwork.it.benchmark;

import dev.outwork.it.server.Node;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Runs all workloads and prints the table; {@code mvn -q -Pbenchmark}. With {@code
 * -Dbenchmark.url=} the engine at that address is asked instead of a Payara Micro that is started
 * with an embedded PostgreSQL; then only what can be seen from outside is measured. {@code
 * -Dbenchmark.scale=0.1} does a tenth of everything, {@code -Dbenchmark.only=video,bulk} only these
 * workloads, and {@code -Dbenchmark.jvm=} has options of the server's virtual machine.
 */
public final class Benchmark {
  private static final double SCALE =
      Double.parseDouble(System.getProperty("benchmark.scale", "1"));
  private static final String ONLY = System.getProperty("benchmark.only", "");

  /** Instances of each process in a round of the warm-up. */
  private static final int WARM_UP = 500;

  private static final String[] JVM_OPTIONS =
      Stream.of(System.getProperty("benchmark.jvm", "").split(" "))
          .filter(option -> !option.isEmpty())
          .toArray(String[]::new);

  private final List<Row> rows = new ArrayList<>();

  private Benchmark() {}

  public static void main(String[] arguments) throws Exception {
    String url = System.getProperty("benchmark.url", "");
    Benchmark benchmark = new Benchmark();
    if (!url.isBlank()) {
      long pid = Long.getLong("benchmark.pid", 0);
      benchmark.runOnWire(new Bench(new Engine(url), pid, null));
    } else {
      Files.createDirectories(Path.of(System.getProperty("work.directory")));
      try (Database database = Database.start();
          Node node = Node.start("benchmark", database.settings(), JVM_OPTIONS)) {
        System.out.printf("PostgreSQL %s, Java %s%n", database.version(), Runtime.version());
        Bench bench = new Bench(new Engine(node.wire().root()), node.pid(), database);
        benchmark.runOnWire(bench);
        benchmark.runOnDatabase(bench);
      }
      if (isAsked("worker")) {
        benchmark.add(InServer.latency(scaled(500)));
      }
    }
    System.out.println(Report.table(benchmark.rows));
    Plot.write(benchmark.rows, Path.of(System.getProperty("work.directory"), "benchmark.svg"));
  }

  private void runOnWire(Bench bench) {
    Video video = new Video(bench);
    Fork fork = new Fork(bench);
    // A server that has just started compiles its code, which is not what is measured.
    double compiling = new WarmUp(bench, video, fork).run(WARM_UP);
    System.out.printf("Warm: the compiler takes %.0f %% of the server's time%n", 100 * compiling);
    run(
        "video",
        () ->
            video.completeOneByOne(
                scaled(2_000), 8, 10, Goal.cpu("6 statements, 1.15 transactions", 2.0)));
    run(
        "video-32",
        () ->
            video.completeOneByOne(
                scaled(2_000), 32, 10, Goal.cpu("within 15 % of 8 workers, no error", 2.3)));
    run(
        "video-64",
        () ->
            video.completeOneByOne(scaled(1_000), 64, 1, Goal.cpu("8 statements, no error", 4.0)));
    run("start", () -> video.start(scaled(2_000), Goal.cpu("5 statements", 1.0)));
    run("bulk", () -> video.completeInBulk(scaled(2_000), 8, 10, Goal.cpu("no error", 0.8)));
    run("fork", () -> fork.run(scaled(1_000), 16, Goal.cpu("no error", 3.5)));
    Waiting waiting = new Waiting(bench);
    run("idle", () -> waiting.idle(500, Duration.ofSeconds(20)));
    run("latency", () -> waiting.latency(scaled(400), Duration.ofMillis(50)));
    run("crowd", () -> waiting.crowd(scaled(2_000)));
    run("vanish", () -> waiting.vanish(20));
  }

  /** Workloads that need the engine's own tables, or another node on them. */
  private void runOnDatabase(Bench bench) {
    // Before what leaves work for autovacuum.
    run("floor", () -> new Floor(bench.database()).run(bench, scaled(10_000), 8));
    if (isAsked("latency-nodes")) {
      try (Node other = Node.start("benchmark-other", bench.database().settings(), JVM_OPTIONS)) {
        Waiting waiting = new Waiting(bench);
        Engine starter = new Engine(other.wire().root());
        // The other node is new, and so is its code.
        waiting.latencyAcrossNodes(starter, scaled(1_000), Duration.ofMillis(5));
        add(waiting.latencyAcrossNodes(starter, scaled(400), Duration.ofMillis(50)));
      }
    }
    if (isAsked("backlog")) {
      new Backlog(bench, scaled(1_000)).run(scaled(1_000_000), scaled(100_000)).forEach(this::add);
    }
    AtLength atLength = new AtLength(bench, new Video(bench));
    if (isAsked("held")) {
      atLength.heldTransaction("held transaction", "", 5, scaled(5_000), this::add);
      atLength.heldTransaction(
          "held transaction, by priority", "\"usePriority\":true,", 5, scaled(5_000), this::add);
    }
    if (isAsked("endurance")) {
      atLength.endurance(50, scaled(10_000), this::add);
    }
  }

  private void run(String name, Supplier<Row> workload) {
    if (isAsked(name)) {
      add(workload.get());
    }
  }

  private static boolean isAsked(String name) {
    return ONLY.isBlank() || List.of(ONLY.split(",")).contains(name);
  }

  private void add(Row row) {
    rows.add(row);
    System.out.print(Report.table(List.of(row)).lines().skip(2).findFirst().orElse("") + "\n");
  }

  private static int scaled(int count) {
    return (int) Math.max(1, Math.round(count * SCALE));
  }
}
