package dev.outwork.it.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Two archives on the same machine, in turns. In each round both start on empty databases and are
 * warmed up, and then each workload runs four times, or a multiple of it: before, now, now, before.
 * So what else happens on the machine, and what grows with the number of rows, meets both alike.
 * Each of the two pairs of neighbours yields a ratio.
 */
final class Comparison {
  private static final int TURNS = Integer.getInteger("benchmark.turns", 1);

  private final Path before;
  private final Path now;
  private final Scale scale;
  private final Predicate<String> isAsked;
  private final String collation;
  private final String[] jvmOptions;
  private final Map<String, List<Pair>> pairs = new LinkedHashMap<>();

  /** What neighbours in time have measured. */
  record Pair(Row before, Row now) {}

  Comparison(
      Path before,
      Path now,
      Scale scale,
      Predicate<String> isAsked,
      String collation,
      String... jvmOptions) {
    this.before = before;
    this.now = now;
    this.scale = scale;
    this.isAsked = isAsked;
    this.collation = collation;
    this.jvmOptions = jvmOptions;
  }

  /** The measured pairs, by the name of the workload. */
  Map<String, List<Pair>> run(int rounds) throws IOException, SQLException {
    for (int round = 1; round <= rounds; round++) {
      System.out.printf("Round %d of %d%n", round, rounds);
      // Who starts first meets a quieter machine, or a colder one.
      boolean isBeforeFirst = round % 2 == 1;
      try (Server first = start(isBeforeFirst);
          Server second = start(!isBeforeFirst)) {
        round(isBeforeFirst ? first : second, isBeforeFirst ? second : first);
      }
    }
    return pairs;
  }

  private Server start(boolean isBefore) throws IOException, SQLException {
    return isBefore
        ? Server.start("benchmark-before", before, collation, jvmOptions)
        : Server.start("benchmark-now", now, collation, jvmOptions);
  }

  private void round(Server old, Server current) {
    if (isAsked.test("boot")) {
      add("boot", new Pair(old.boot(), current.boot()));
    }
    Workloads ofOld = new Workloads(old.bench(), scale);
    Workloads ofCurrent = new Workloads(current.bench(), scale);
    if (isAsked.test("young")) {
      add("young", new Pair(ofOld.young(), ofCurrent.young()));
    }
    ofOld.warmUp();
    ofCurrent.warmUp();
    Map<String, Supplier<Row>> twins = ofCurrent.all();
    ofOld
        .all()
        .forEach(
            (name, workload) -> {
              if (isAsked.test(name)) {
                for (int turn = 0; turn < TURNS; turn++) {
                  inTurns(name, workload, twins.get(name));
                }
              }
            });
  }

  private void inTurns(String name, Supplier<Row> old, Supplier<Row> current) {
    Row oldRow = old.get();
    add(name, new Pair(oldRow, current.get()));
    Row currentRow = current.get();
    add(name, new Pair(old.get(), currentRow));
  }

  private void add(String name, Pair pair) {
    pairs.computeIfAbsent(name, any -> new ArrayList<>()).add(pair);
    System.out.print(
        Ratios.table(Map.of(name, List.of(pair))).lines().skip(2).findFirst().orElse(""));
    System.out.println();
  }
}
