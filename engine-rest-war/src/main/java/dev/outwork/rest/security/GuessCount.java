package dev.outwork.rest.security;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;

/** Failed logins that count together, and when the next guess may be made. */
final class GuessCount {
  private static final int MOST_GUESSES = 5;
  private static final int MOST_DOUBLINGS = 16;

  private final int free;
  private final Deque<Guess> guesses = new ArrayDeque<>();
  private int number;
  private Instant last = Instant.EPOCH;
  private Instant nextAt = Instant.EPOCH;

  /** A wrong password, as a digest, and when it was last checked. */
  private record Guess(byte[] password, Instant checkedAt) {}

  /**
   * @param free failures that make nobody wait
   */
  GuessCount(int free) {
    this.free = free;
  }

  Instant last() {
    return last;
  }

  Instant nextAt() {
    return nextAt;
  }

  /** Whether this password was wrong at that time, or later. */
  boolean knowsAsWrong(byte[] password, Instant since) {
    return guess(password).filter(guess -> !guess.checkedAt().isBefore(since)).isPresent();
  }

  /** Notes a wrong password; false if it is one of the last ones again. */
  boolean isNew(byte[] password, Instant now) {
    Optional<Guess> before = guess(password);
    before.ifPresent(guesses::remove);
    if (guesses.size() == MOST_GUESSES) {
      guesses.removeFirst();
    }
    guesses.addLast(new Guess(password, now));
    return before.isEmpty();
  }

  private Optional<Guess> guess(byte[] password) {
    return guesses.stream().filter(guess -> Arrays.equals(guess.password(), password)).findFirst();
  }

  void count(Instant now) {
    number++;
    last = now;
    waitFrom(now);
  }

  /** The next guess has to wait, if those before were too many. */
  void waitFrom(Instant now) {
    if (number >= free) {
      nextAt = now.plus(nextWait());
    }
  }

  void endWait(Instant now) {
    nextAt = now;
  }

  private Duration nextWait() {
    Duration wait =
        FailedLogins.FIRST_WAIT.multipliedBy(1L << Math.min(number - free, MOST_DOUBLINGS));
    return wait.compareTo(FailedLogins.MOST_WAIT) > 0 ? FailedLogins.MOST_WAIT : wait;
  }
}
