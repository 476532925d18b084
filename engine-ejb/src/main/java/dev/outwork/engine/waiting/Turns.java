package dev.outwork.engine.waiting;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Limits concurrent fetches and admits them in their order of arrival. Concurrent fetches of the
 * same topics skip the rows that others are claiming, so many of them at once cost the database
 * more than the same number in turn, without finishing earlier.
 */
final class Turns {
  private static final int AT_A_TIME = 4;

  // The owner of a turn may be waiting for a connection; the following ones then slow down, but
  // must not stop.
  private static final long LONGEST_MILLIS = 1_000;

  private static final long LONGEST_END_MILLIS = 10_000;

  private final Semaphore turns = new Semaphore(AT_A_TIME, true);

  /** Runs the work in its turn, or after a second if no turn becomes free meanwhile. */
  <T> T take(Supplier<T> work) {
    boolean mine = await();
    try {
      return work.get();
    } finally {
      if (mine) {
        turns.release();
      }
    }
  }

  /** Returns when no work is in progress, or after ten seconds. */
  void awaitEnd() {
    try {
      if (turns.tryAcquire(AT_A_TIME, LONGEST_END_MILLIS, TimeUnit.MILLISECONDS)) {
        turns.release(AT_A_TIME);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The number of free turns. */
  int available() {
    return turns.availablePermits();
  }

  private boolean await() {
    try {
      return turns.tryAcquire(LONGEST_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
