package dev.outwork.it.server;

import java.time.Duration;

/**
 * Time that passes because a test is about it: the pace of a load, the length of a fault. Nothing
 * waits by it for something to happen. {@code SleepTest} names those who use it.
 */
public final class Pause {
  private Pause() {}

  /** Returns after this time, or at once when the thread is interrupted, and stays so. */
  public static void of(Duration length) {
    try {
      Thread.sleep(length.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
