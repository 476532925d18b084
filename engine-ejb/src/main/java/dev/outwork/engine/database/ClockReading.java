package dev.outwork.engine.database;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The time of another clock, read between two moments of this node. All times are in nanoseconds.
 *
 * @param before when the other clock was asked, by {@link System#nanoTime}
 * @param there what it showed, since the epoch
 * @param after when its answer was here, by {@link System#nanoTime}
 * @param wall what this node's clock showed when the answer was here, since the epoch
 */
record ClockReading(long before, long there, long after, long wall) {
  /** Reads another clock; what {@code other} waits for counts as round trip. */
  static ClockReading of(LongSupplier other, LongSupplier ticks, LongSupplier wall) {
    long before = ticks.getAsLong();
    long there = other.getAsLong();
    return new ClockReading(before, there, ticks.getAsLong(), wall.getAsLong());
  }

  /** The other clock minus this node's ticks is not less than this. */
  long leastOffset() {
    return there - after;
  }

  /** The other clock minus this node's ticks is not more than this. */
  long mostOffset() {
    return there - before;
  }

  Duration roundTrip() {
    return Duration.ofNanos(after - before);
  }
}
