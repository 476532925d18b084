package dev.outwork.engine.waiting;

import java.time.Duration;

/**
 * Whether any other node would receive a hint. A new node announces itself, and every hint shows
 * that its sender is running; a node that has stopped is detected by counting again.
 */
final class OtherNodes {
  private static final Duration COUNTED_EVERY = Duration.ofMinutes(1);

  private enum Knowledge {
    NONE,
    ALONE,
    NOT_ALONE
  }

  private Knowledge knowledge = Knowledge.NONE;
  private long knownSince;
  private long changes;

  /** Another node may have started unnoticed. */
  synchronized void forget() {
    changes++;
    knowledge = Knowledge.NONE;
  }

  synchronized void hasBeenHeard() {
    changes++;
    know(Knowledge.NOT_ALONE);
  }

  synchronized boolean isKnownToBeNone() {
    return knowledge == Knowledge.ALONE;
  }

  synchronized boolean mustBeCounted() {
    return switch (knowledge) {
      case NONE -> true;
      case ALONE -> false;
      case NOT_ALONE -> System.nanoTime() - knownSince > COUNTED_EVERY.toNanos();
    };
  }

  /** To be passed to {@link #counted}. */
  synchronized long changes() {
    return changes;
  }

  /**
   * @param before the changes before the count: nodes that started since are not counted
   */
  synchronized void counted(boolean any, long before) {
    if (changes == before) {
      know(any ? Knowledge.NOT_ALONE : Knowledge.ALONE);
    }
  }

  private void know(Knowledge known) {
    knowledge = known;
    knownSince = System.nanoTime();
  }
}
