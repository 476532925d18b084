package dev.outwork.api.numbers;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How often something took how long.
 *
 * @param bounds the longest duration of each bucket but the last, which has none; ascending
 * @param counts how many durations are in each bucket, and in no shorter one
 * @param sum of all durations
 */
public record DurationHistogram(List<Duration> bounds, List<Long> counts, Duration sum) {
  public DurationHistogram {
    bounds = List.copyOf(bounds);
    counts = List.copyOf(counts);
  }

  /** How many durations there are. */
  public long count() {
    return counts.stream().mapToLong(Long::longValue).sum();
  }

  /** Both in one; they have the same bounds. */
  public DurationHistogram plus(DurationHistogram other) {
    return new DurationHistogram(
        bounds,
        IntStream.range(0, counts.size())
            .mapToObj(i -> counts.get(i) + other.counts.get(i))
            .toList(),
        sum.plus(other.sum));
  }
}
