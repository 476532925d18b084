package dev.outwork.engine.waiting;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets a few fetch at a time, in the order in which they came. Fetches of the same topics step over
 * the rows that others are taking, so many of them at once cost the database more than the same
 * number in turn, and are not done earlier.
 */
final class Turns {
  private static final int AT_A_TIME = 4;

  // Whoever holds a turn may wait for a connection; what follows is slow then, and must not stop.
  private static final long LONGEST_MILLIS = 1_000;

  private static final long LONGEST_END_MILLIS = 10_000;

  private final Semaphore turns = new Semaphore(AT_A_TIME, true);

  /** Does the work in its turn, or after a second if nobody comes out meanwhile. */
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

  /** Returns when nobody is at work any more, or after ten seconds. */
  void awaitEnd() {
    try {
      if (turns.tryAcquire(AT_A_TIME, LONGEST_END_MILLIS, TimeUnit.MILLISECONDS)) {
        turns.release(AT_A_TIME);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** How many could begin now. */
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
