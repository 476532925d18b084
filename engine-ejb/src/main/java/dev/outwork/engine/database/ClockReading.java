package dev.outwork.engine.database;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * A reading of another clock between two readings of this node's clock. All times are in
 * nanoseconds.
 *
 * @param before time before the query, by {@link System#nanoTime}
 * @param there reading of the other clock, since the epoch
 * @param after time after the answer, by {@link System#nanoTime}
 * @param wall this node's clock after the answer, since the epoch
 */
record ClockReading(long before, long there, long after, long wall) {
  /** Reads another clock; time that {@code other} spends waiting counts as round trip. */
  static ClockReading of(LongSupplier other, LongSupplier ticks, LongSupplier wall) {
    long before = ticks.getAsLong();
    long there = other.getAsLong();
    return new ClockReading(before, there, ticks.getAsLong(), wall.getAsLong());
  }

  /** Lower bound of the other clock minus this node's ticks. */
  long leastOffset() {
    return there - after;
  }

  /** Upper bound of the other clock minus this node's ticks. */
  long mostOffset() {
    return there - before;
  }

  Duration roundTrip() {
    return Duration.ofNanos(after - before);
  }
}
