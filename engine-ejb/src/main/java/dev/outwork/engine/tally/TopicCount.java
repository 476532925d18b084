package dev.outwork.engine.tally;

import dev.outwork.api.numbers.DurationHistogram;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** What has happened to the tasks of a topic. */
public final class TopicCount {
  private final Map<TaskEvent, LongAdder> events = new EnumMap<>(TaskEvent.class);
  private final LongAdder firstFetches = new LongAdder();
  private final LongAdder waitedMillis = new LongAdder();
  private final DurationCounts inHand = new DurationCounts();

  /**
   * The counts at one time.
   *
   * @param firstFetches how many of the fetched tasks nobody had failed before
   * @param waited time from creation to fetch of these, in all
   * @param inHand time from fetch to completion, where it is known
   */
  public record Sum(
      Map<TaskEvent, Long> events, long firstFetches, Duration waited, DurationHistogram inHand) {
    /** Of a topic to which nothing has happened. */
    public static final Sum NONE = new Sum(Map.of(), 0, Duration.ZERO, DurationCounts.NONE);

    /** How often it has happened. */
    public long of(TaskEvent event) {
      return events.getOrDefault(event, 0L);
    }
  }

  TopicCount() {
    for (TaskEvent event : TaskEvent.values()) {
      events.put(event, new LongAdder());
    }
  }

  /**
   * @param waited from its creation to its first fetch; null if that is not what has happened
   * @param worked from its fetch to its completion; null if that is not what has happened, or not
   *     known
   */
  void count(TaskEvent event, Duration waited, Duration worked) {
    events.get(event).increment();
    if (worked != null) {
      inHand.count(worked);
    }
    if (waited != null) {
      firstFetches.increment();
      waitedMillis.add(waited.toMillis());
    }
  }

  Sum sum() {
    Map<TaskEvent, Long> sums = new EnumMap<>(TaskEvent.class);
    events.forEach((event, count) -> sums.put(event, count.sum()));
    return new Sum(
        sums, firstFetches.sum(), Duration.ofMillis(waitedMillis.sum()), inHand.histogram());
  }
}
