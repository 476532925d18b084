package dev.outwork.engine.tally;

import dev.outwork.api.numbers.DurationHistogram;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Counts durations in buckets, from milliseconds to hours. */
final class DurationCounts {
  private static final List<Duration> BOUNDS =
      Stream.of(10L, 100L, 500L, 1_000L, 5_000L, 10_000L, 60_000L, 300_000L, 1_800_000L, 7_200_000L)
          .map(Duration::ofMillis)
          .toList();

  static final DurationHistogram NONE = new DurationCounts().histogram();

  private final List<LongAdder> counts =
      IntStream.rangeClosed(0, BOUNDS.size()).mapToObj(any -> new LongAdder()).toList();
  private final LongAdder millis = new LongAdder();

  void count(Duration duration) {
    int bucket = 0;
    while (bucket < BOUNDS.size() && duration.compareTo(BOUNDS.get(bucket)) > 0) {
      bucket++;
    }
    counts.get(bucket).increment();
    millis.add(duration.toMillis());
  }

  DurationHistogram histogram() {
    return new DurationHistogram(
        BOUNDS, counts.stream().map(LongAdder::sum).toList(), Duration.ofMillis(millis.sum()));
  }
}
