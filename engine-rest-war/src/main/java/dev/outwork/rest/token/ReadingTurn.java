package dev.outwork.rest.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** Who reads what a provider publishes: one at a time, and not again before a pause is over. */
public final class ReadingTurn {
  /** The length of a pause. */
  public static final Duration LEAST_PAUSE = Duration.ofSeconds(5);

  // A provider that does not answer must not take all threads that serve requests.
  private static final long MOST_SECONDS_OF_WAITING = 1;

  private final Clock clock;
  private final ReentrantLock reading = new ReentrantLock();
  private volatile Instant pauseUntil = Instant.MIN;

  /** Nobody reads yet. */
  public ReadingTurn(Clock clock) {
    this.clock = clock;
  }

  /** Whether nobody should read now. */
  public boolean isPausing() {
    return clock.instant().isBefore(pauseUntil);
  }

  /** Begins a pause. */
  public void pause() {
    pauseUntil = clock.instant().plus(LEAST_PAUSE);
  }

  /** Takes the turn if nobody has it; whoever has taken it ends it. */
  boolean takeAtOnce() {
    return reading.tryLock();
  }

  /** The same; waits for a second if somebody has it. */
  public boolean take() {
    try {
      return reading.tryLock(MOST_SECONDS_OF_WAITING, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Lets the next one read. */
  public void end() {
    reading.unlock();
  }
}
