package dev.outwork.engine.waiting;

import java.time.Duration;

/**
 * Whether anybody else would hear a hint. A node that comes says so, and every hint tells that
 * somebody is there; one that has gone is noticed by counting again.
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

  /** Somebody may have come unheard. */
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
   * @param before the changes before it was counted: whoever came since is not among them
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
