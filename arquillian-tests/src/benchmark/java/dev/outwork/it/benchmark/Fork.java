package dev.outwork.it.benchmark;

/** Three branches of one instance that complete at the same time, and a join. */
final class Fork {
  private static final String KEY = "bench-fork";
  private static final int BRANCHES = 3;

  private final Bench bench;

  Fork(Bench bench) {
    this.bench = bench;
    bench.engine().deploy("bench-fork.bpmn", Models.FORK);
  }

  Row run(int instances, int workers, Goal goal) {
    int before = bench.engine().completed(KEY);
    bench.engine().start(KEY, instances);
    Workers crew =
        new Workers(bench.engine(), BRANCHES * instances, "bench-branch")
            .ofWhichReady(BRANCHES * instances);
    Usage used = bench.measure(() -> crew.work(workers, 1));
    crew.tally().verify(BRANCHES * instances);
    int ended = bench.engine().completed(KEY) - before;
    if (ended != instances) {
      throw new IllegalStateException("%d of %d forks have joined".formatted(ended, instances));
    }
    return new Row(
            "fork into 3, join, %d workers".formatted(workers),
            "tasks",
            BRANCHES * instances,
            used,
            goal,
            "%d errors, %d empty fetches".formatted(crew.tally().errors(), crew.tally().empty()))
        .taking(crew.reportMillis());
  }
}
