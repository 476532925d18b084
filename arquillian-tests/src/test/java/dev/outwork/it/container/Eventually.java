package dev.outwork.it.container;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits inside the server, where the libraries of the other tests are not. */
public final class Eventually {
  private static final Duration LONGEST = Duration.ofMinutes(1);
  private static final int A_MOMENT = 20;

  private Eventually() {}

  /** Fails with what was waited for if it is not so within a minute. */
  public static void until(String what, Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + LONGEST.toNanos();
    while (!condition.call()) {
      assertTrue(System.nanoTime() < end, () -> what + " did not happen within " + LONGEST);
      Thread.sleep(A_MOMENT);
    }
  }
}
