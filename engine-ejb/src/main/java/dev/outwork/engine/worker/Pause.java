package dev.outwork.engine.worker;

import java.time.Duration;

/** How long to wait after something has gone wrong: longer each time, until something goes well. */
final class Pause {
  static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private Duration next = SHORTEST;

  synchronized Duration next() {
    Duration now = next;
    Duration twice = now.multipliedBy(2);
    next = twice.compareTo(LONGEST) > 0 ? LONGEST : twice;
    return now;
  }

  synchronized void over() {
    next = SHORTEST;
  }
}
