package dev.outwork.it.benchmark;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The workloads over HTTP on one system, by their names, in their order. */
final class Workloads {
  /** Instances of each process in a round of the warm-up. */
  private static final int WARM_UP = 500;

  private final Bench bench;
  private final Scale scale;
  private final Video video;
  private final Fork fork;
  private final Waiting waiting;

  Workloads(Bench bench, Scale scale) {
    this.bench = bench;
    this.scale = scale;
    this.video = new Video(bench);
    this.fork = new Fork(bench);
    this.waiting = new Waiting(bench);
  }

  // A server that has just started compiles its code, which is not what is measured.
  void warmUp() {
    double compiling = new WarmUp(bench, video, fork).run(WARM_UP);
    System.out.printf("Warm: the compiler takes %.0f %% of the server's time%n", 100 * compiling);
  }

  /** What a server that has just started does first: before the compiler is done. */
  Row young() {
    video.completeOneByOne(scale.of(1_000), 8, 10, Goal.NONE);
    return video.completeOneByOne(scale.of(2_000), 8, 10, Goal.NONE).named("young server, video");
  }

  Map<String, Supplier<Row>> all() {
    Map<String, Supplier<Row>> all = new LinkedHashMap<>();
    all.put(
        "video",
        () ->
            video.completeOneByOne(
                scale.of(2_000), 8, 10, Goal.cpu("6 statements, 1.15 transactions", 2.0)));
    all.put(
        "video-32",
        () ->
            video.completeOneByOne(
                scale.of(2_000), 32, 10, Goal.cpu("within 15 % of 8 workers, no error", 2.3)));
    all.put(
        "video-64",
        () ->
            video.completeOneByOne(
                scale.of(1_000), 64, 1, Goal.cpu("8 statements, no error", 4.0)));
    all.put("one", () -> video.completeOneByOne(scale.of(500), 1, 1, Goal.NONE));
    all.put("start", () -> video.start(scale.of(2_000), 8, Goal.cpu("5 statements", 1.0)));
    all.put("start-32", () -> video.start(scale.of(2_000), 32, Goal.NONE));
    all.put("bulk", () -> video.completeInBulk(scale.of(2_000), 8, 10, Goal.cpu("no error", 0.8)));
    all.put("fork", () -> fork.run(scale.of(1_000), 16, Goal.cpu("no error", 3.5)));
    all.put("idle", () -> waiting.idle(500, Duration.ofSeconds(20)));
    all.put("latency", () -> waiting.latency(scale.of(400), Duration.ofMillis(50)));
    all.put("crowd", () -> waiting.crowd(scale.of(2_000)));
    all.put("vanish", () -> waiting.vanish(20));
    return all;
  }
}
