package dev.outwork.it.benchmark;

/** The two-step video process, worked off by many workers. */
final class Video {
  private static final String KEY = "bench-video";
  private static final String[] TOPICS = {"bench-transcode", "bench-upload"};

  private static final double MILLIS = 1_000;

  private final Bench bench;
  private final String options;

  Video(Bench bench) {
    this(bench, "");
    bench.engine().deploy("bench-video.bpmn", Models.VIDEO);
  }

  private Video(Bench bench, String options) {
    this.bench = bench;
    this.options = options;
  }

  /** The same with additional properties of fetches: JSON that ends with a comma. */
  Video with(String moreOptions) {
    return new Video(bench, moreOptions);
  }

  /** Starts instances and measures how they are worked off. */
  Row completeOneByOne(int instances, int workers, int atOnce, Goal goal) {
    int before = bench.engine().completed(KEY);
    bench.engine().start(KEY, instances);
    Workers crew =
        new Workers(bench.engine(), 2 * instances, TOPICS).with(options).ofWhichReady(instances);
    Usage used = bench.measure(() -> crew.work(workers, atOnce));
    return row(
        "video, %d workers, fetch %d".formatted(workers, atOnce),
        instances,
        before,
        crew,
        used,
        goal);
  }

  /** The same with reports of ten tasks in one request. */
  Row completeInBulk(int instances, int workers, int atOnce, Goal goal) {
    int before = bench.engine().completed(KEY);
    bench.engine().start(KEY, instances);
    Workers crew = new Workers(bench.engine(), 2 * instances, TOPICS).with(options);
    Usage used = bench.measure(() -> crew.workInBulk(workers, atOnce));
    return row(
        "video in bulk, %d workers, %d at once".formatted(workers, atOnce),
        instances,
        before,
        crew,
        used,
        goal);
  }

  /** Measures starts alone, then works the instances off. */
  Row start(int instances, int callers, Goal goal) {
    int before = bench.engine().completed(KEY);
    Usage used = bench.measure(() -> bench.engine().start(KEY, instances, callers));
    Workers crew = new Workers(bench.engine(), 2 * instances, TOPICS).with(options);
    crew.work(8, 10).verify(2 * instances);
    ended(before, instances);
    return new Row(
            "start with one variable, %d callers".formatted(callers),
            "starts",
            instances,
            used,
            goal,
            "")
        .taking(MILLIS * used.seconds() * callers / instances);
  }

  private Row row(String name, int instances, int before, Workers crew, Usage used, Goal goal) {
    Workers.Tally tally = crew.tally();
    tally.verify(2 * instances);
    ended(before, instances);
    return new Row(
            name,
            "tasks",
            2 * instances,
            used,
            goal,
            "%d errors, %d empty fetches".formatted(tally.errors(), tally.empty()))
        .taking(crew.reportMillis());
  }

  private void ended(int before, int instances) {
    int ended = bench.engine().completed(KEY) - before;
    if (ended != instances) {
      throw new IllegalStateException("%d of %d instances have ended".formatted(ended, instances));
    }
  }
}
