package dev.outwork.testkit;

import dev.outwork.engine.database.Settings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * Time that stands still until a test moves it; it begins on 1 March 2026 at 09:00 UTC. Moving it
 * does nothing but that: {@link TestEngine#advance} also does what becomes due.
 */
public final class SettableClock extends Clock {
  /** When every test begins. */
  public static final Instant START = Instant.parse("2026-03-01T09:00:00.000Z");

  private volatile Instant now = START;

  /**
   * Moves it on.
   *
   * @param time not null
   */
  public void advance(Duration time) {
    now = now.plus(time);
  }

  /**
   * Sets it.
   *
   * @param time not null; may be earlier than it is now
   */
  public void set(Instant time) {
    now = time;
  }

  @Override
  public Instant instant() {
    return now;
  }

  /** That of the setting {@code outwork.time-zone}; UTC unless set. */
  @Override
  public ZoneId getZone() {
    return Settings.timeZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("Instants have no zone");
  }
}
