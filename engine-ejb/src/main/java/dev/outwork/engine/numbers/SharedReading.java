package dev.outwork.engine.numbers;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * Something that is read for all who ask within some time: one reads, and those who come meanwhile
 * wait for it. What takes long to read is read less often, so that reading takes a hundredth of the
 * time, or more if it would be older than twenty seconds.
 */
final class SharedReading<T> {
  private static final int PART_OF_TIME = 100;
  private static final Duration MOST = Duration.ofSeconds(20);

  private final Supplier<T> read;
  private final Clock clock;
  private final Duration fresh;
  private volatile Known<T> known;

  private record Known<T>(T value, Instant at, Duration fresh) {
    boolean isFreshAt(Instant now) {
      return Duration.between(at, now).abs().compareTo(fresh) < 0;
    }
  }

  /**
   * @param fresh for how long it is shared at least
   */
  SharedReading(Supplier<T> read, Clock clock, Duration fresh) {
    this.read = read;
    this.clock = clock;
    this.fresh = fresh;
  }

  T get() {
    Known<T> last = known;
    if (last != null && last.isFreshAt(clock.instant())) {
      return last.value();
    }
    synchronized (this) {
      if (known == null || !known.isFreshAt(clock.instant())) {
        known = read();
      }
      return known.value();
    }
  }

  private Known<T> read() {
    Instant begin = clock.instant();
    T value = read.get();
    Duration share = Duration.between(begin, clock.instant()).multipliedBy(PART_OF_TIME);
    Duration bounded = share.compareTo(MOST) > 0 ? MOST : share;
    return new Known<>(value, begin, bounded.compareTo(fresh) > 0 ? bounded : fresh);
  }
}
