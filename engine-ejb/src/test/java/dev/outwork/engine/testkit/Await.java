package dev.outwork.engine.testkit;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for what other threads bring about. */
public final class Await {
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final int A_MOMENT = 5;

  private Await() {}

  /** Fails if it is not so within half a minute. */
  public static void until(Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + LONGEST.toNanos();
    while (!condition.call()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("It was not so within " + LONGEST);
      }
      Thread.sleep(A_MOMENT);
    }
  }
}
