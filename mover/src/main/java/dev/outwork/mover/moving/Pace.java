package dev.outwork.mover.moving;

import java.time.Duration;
import java.time.Instant;

/** Gives all who work together their turns: no more instances a second than are wanted. */
final class Pace {
  static final int UNLIMITED = 0;

  private final int mostPerSecond;
  private Instant next = Instant.MIN;

  Pace(int mostPerSecond) {
    this.mostPerSecond = mostPerSecond;
  }

  /** How long somebody who wants to work on so many instances has to wait before. */
  synchronized Duration turn(Instant now, int instances) {
    if (mostPerSecond == UNLIMITED) {
      return Duration.ZERO;
    }
    Instant begin = next.isAfter(now) ? next : now;
    next = begin.plus(Duration.ofSeconds(instances).dividedBy(mostPerSecond));
    return Duration.between(now, begin);
  }
}
