package dev.outwork.rest.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that a test moves. */
public final class MovedClock extends Clock {
  public static final Instant START = Instant.parse("2026-03-01T09:00:00Z");

  private Instant now = START;

  public void advance(Duration length) {
    now = now.plus(length);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
