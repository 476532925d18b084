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
  private final Duration mostWait;
  private final Deque<Guess> guesses = new ArrayDeque<>();
  private int number;
  private Instant last = Instant.EPOCH;
  private Instant nextAt = Instant.EPOCH;

  /** A wrong password, as a digest, and when it was last checked. */
  private record Guess(byte[] password, Instant checkedAt) {}

  /**
   * @param free the failure after which the next guess has to wait
   */
  GuessCount(int free, Duration mostWait) {
    this.free = free;
    this.mostWait = mostWait;
  }

  Instant last() {
    return last;
  }

  Instant nextAt() {
    return nextAt;
  }

  /** Whether this password is one of the last wrong ones. */
  boolean knowsAsWrong(byte[] password) {
    return guess(password).isPresent();
  }

  /** This password is right by now. */
  void forget(byte[] password) {
    guess(password).ifPresent(guesses::remove);
  }

  /** Whether it is time to check a wrong password again; true for one caller only. */
  boolean recheck(byte[] password, Instant now) {
    Instant since = now.minus(FailedLogins.RECHECKED_EVERY);
    boolean isTime = guess(password).filter(guess -> guess.checkedAt().isBefore(since)).isPresent();
    if (isTime) {
      isNew(password, now);
    }
    return isTime;
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
    keep(now);
    waitFrom(now);
  }

  /** It is not forgotten yet. */
  void keep(Instant now) {
    last = now;
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
    return wait.compareTo(mostWait) > 0 ? mostWait : wait;
  }
}
