package dev.outwork.engine.waiting;

import java.time.Duration;

/** The delay after a failure: it grows with each failure until a success. */
public final class BackOff {
  private final Duration shortest;
  private final Duration longest;
  private Duration next;

  public BackOff(Duration shortest, Duration longest) {
    this.shortest = shortest;
    this.longest = longest;
    this.next = shortest;
  }

  public synchronized Duration next() {
    Duration now = next;
    Duration twice = now.multipliedBy(2);
    next = twice.compareTo(longest) > 0 ? longest : twice;
    return now;
  }

  /** Resets the delay after a success. */
  public synchronized void over() {
    next = shortest;
  }
}
