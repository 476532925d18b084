package dev.outwork.testkit;

import dev.outwork.engine.database.Settings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * A clock that stands still until a test moves it; it starts on 1 March 2026 at 09:00 UTC. Moving
 * it has no other effect: {@link TestEngine#advance} also executes what becomes due.
 */
public final class SettableClock extends Clock {
  /** The time at which every test starts. */
  public static final Instant START = Instant.parse("2026-03-01T09:00:00.000Z");

  private volatile Instant now = START;

  /**
   * Advances the clock.
   *
   * @param time not null
   */
  public void advance(Duration time) {
    now = now.plus(time);
  }

  /**
   * Sets the clock.
   *
   * @param time not null; may be earlier than now
   */
  public void set(Instant time) {
    now = time;
  }

  @Override
  public Instant instant() {
    return now;
  }

  /** The zone of the setting {@code outwork.time-zone}; UTC by default. */
  @Override
  public ZoneId getZone() {
    return Settings.timeZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("The clock has no other zone");
  }
}
