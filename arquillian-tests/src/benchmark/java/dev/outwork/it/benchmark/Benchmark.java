package dev.outwork.it.benchmark;

import dev.outwork.it.server.Node;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Runs all workloads and prints the table; {@code mvn -q -Pbenchmark}. With {@code
 * -Dbenchmark.url=} the engine at that address is asked instead of a Payara Micro that is started
 * with an embedded PostgreSQL; then only what can be seen from outside is measured. With {@code
 * -Dbenchmark.against=} another build's archive is measured as well, in turns with this one, and
 * the ratios are printed; {@code -Dbenchmark.rounds=} is how often both are started, {@code
 * -Dbenchmark.turns=} how often each workload is run in turns then. {@code -Dbenchmark.scale=0.1}
 * does a tenth of everything, {@code -Dbenchmark.only=video,bulk} only these workloads, {@code
 * -Dbenchmark.collation=en-US} has the database sort by that collation of ICU, and {@code
 * -Dbenchmark.jvm=} has options of the server's virtual machine. {@code -Dbenchmark.profile=true}
 * says of each workload whose code the server executes.
 */
public final class Benchmark {
  private static final Scale SCALE =
      new Scale(Double.parseDouble(System.getProperty("benchmark.scale", "1")));
  private static final String ONLY = System.getProperty("benchmark.only", "");
  private static final boolean PROFILE = Boolean.getBoolean("benchmark.profile");
  private static final String COLLATION = System.getProperty("benchmark.collation", "");
  private static final Path ARCHIVE = Path.of(System.getProperty("engine.war"));

  private static final String[] JVM_OPTIONS =
      Stream.of(System.getProperty("benchmark.jvm", "").split(" "))
          .filter(option -> !option.isEmpty())
          .toArray(String[]::new);

  private final List<Row> rows = new ArrayList<>();

  private Benchmark() {}

  public static void main(String[] arguments) throws Exception {
    String url = System.getProperty("benchmark.url", "");
    String against = System.getProperty("benchmark.against", "");
    if (!against.isBlank()) {
      compareWith(Path.of(against));
      return;
    }
    Benchmark benchmark = new Benchmark();
    if (!url.isBlank()) {
      long pid = Long.getLong("benchmark.pid", 0);
      benchmark.runOnWire(new Bench(new Engine(url), pid, null));
    } else {
      try (Server server = Server.start("benchmark", ARCHIVE, COLLATION, JVM_OPTIONS)) {
        System.out.printf(
            "PostgreSQL %s, Java %s%n", server.database().version(), Runtime.version());
        benchmark.run("boot", server::boot);
        benchmark.runOnWire(server.bench());
        benchmark.runOnDatabase(server.bench());
      }
      if (isAsked("worker")) {
        benchmark.add(InServer.latency(SCALE.of(500)));
      }
    }
    System.out.println(Report.table(benchmark.rows));
    Plot.write(benchmark.rows, Path.of(System.getProperty("work.directory"), "benchmark.svg"));
  }

  private static void compareWith(Path before) throws IOException, SQLException {
    Comparison comparison =
        new Comparison(before, ARCHIVE, SCALE, Benchmark::isAsked, COLLATION, JVM_OPTIONS);
    System.out.println(Ratios.table(comparison.run(Integer.getInteger("benchmark.rounds", 3))));
  }

  private void runOnWire(Bench bench) {
    Workloads workloads = new Workloads(bench, SCALE);
    run("young", workloads::young);
    Optional<Profile> profile =
        PROFILE ? Optional.of(Profile.start(bench.serverPid())) : Optional.empty();
    workloads.warmUp();
    for (var workload : workloads.all().entrySet()) {
      if (isAsked(workload.getKey())) {
        Runnable work = () -> add(workload.getValue().get());
        profile.ifPresentOrElse(of -> System.out.println(of.of(work)), work);
      }
    }
  }

  /** Workloads that need the engine's own tables, or another node on them. */
  private void runOnDatabase(Bench bench) {
    // Before what leaves work for autovacuum.
    run("floor", () -> new Floor(bench.database()).run(bench, SCALE.of(10_000), 8));
    if (isAsked("latency-nodes")) {
      try (Node other = Node.start("benchmark-other", bench.database().settings(), JVM_OPTIONS)) {
        Waiting waiting = new Waiting(bench);
        Engine starter = new Engine(other.rest().root());
        // The other node is new, and so is its code.
        waiting.latencyAcrossNodes(starter, SCALE.of(1_000), Duration.ofMillis(5));
        add(waiting.latencyAcrossNodes(starter, SCALE.of(400), Duration.ofMillis(50)));
      }
    }
    if (isAsked("backlog")) {
      new Backlog(bench, SCALE.of(1_000))
          .run(SCALE.of(1_000_000), SCALE.of(100_000))
          .forEach(this::add);
    }
    AtLength atLength = new AtLength(bench, new Video(bench));
    if (isAsked("held")) {
      atLength.heldTransaction("held transaction", "", 5, SCALE.of(5_000), this::add);
      atLength.heldTransaction(
          "held transaction, by priority", "\"usePriority\":true,", 5, SCALE.of(5_000), this::add);
    }
    if (isAsked("endurance")) {
      atLength.endurance(50, SCALE.of(10_000), this::add);
    }
    // Last, because it leaves a full database.
    if (isAsked("consoles")) {
      Consoles consoles = new Consoles(bench);
      consoles.fill(SCALE.of(1_000_000), SCALE.of(2_000_000));
      consoles.open(10, 6, consoles.alone(Duration.ofSeconds(10)));
      add(consoles.open(10, 24, consoles.alone(Duration.ofSeconds(60))));
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
}
