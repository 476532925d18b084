package dev.outwork.rest.security;

import dev.outwork.rest.token.SecretDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The failed logins of the last minutes on this node. Whoever guesses passwords has to wait longer
 * and longer between two guesses; no account is locked:
 *
 * <ul>
 *   <li>Failures count for the name at its address, for the address, and for the name.
 *   <li>The same wrong password once more is no guess: it never waits, and does not count. A worker
 *       that has kept an old password slows nobody down.
 *   <li>Where a name has logged in before, only failures under that name from that address count.
 *   <li>A failure counts when its check has ended. So guesses that come at the same time are free
 *       together, as many as the server has threads for requests, until the first wait; from then
 *       on they are checked one by one. Counted before, six calls of one caller after a start of
 *       the node would be too many.
 * </ul>
 */
final class FailedLogins {
  /** The failure of a name at its address that makes the next guess wait. */
  static final int FREE_OF_LOGIN = 5;

  /** The failure of an address, or of a name, that makes the next guess wait. */
  static final int FREE = 20;

  /** After that failure; each further one doubles it. */
  static final Duration FIRST_WAIT = Duration.ofSeconds(1);

  static final Duration MOST_WAIT = Duration.ofSeconds(30);

  /** For a name from any address: who guesses it elsewhere must not keep its owner out. */
  static final Duration MOST_WAIT_OF_NAME = Duration.ofSeconds(1);

  /** After which a wrong password is checked again: it may be right by now. */
  static final Duration RECHECKED_EVERY = Duration.ofSeconds(30);

  /** After which failures are forgotten if there is no other one. */
  static final Duration MEMORY = Duration.ofMinutes(15);

  /** For which a name is known at an address where it has logged in. */
  static final Duration KNOWN_FOR = Duration.ofDays(1);

  /**
   * If there are more failures to remember, the oldest one is forgotten; if there are more known
   * logins, all of those are.
   */
  static final int MOST_REMEMBERED = 10_000;

  // Of a worker that calls many times a second, one login is noted now and then.
  private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

  private final Clock clock;
  private final Map<Login, Instant> known = new ConcurrentHashMap<>();
  // In the order of the last failure.
  private final Map<Login, GuessCount> failures = new LinkedHashMap<>();
  // The keys of that map, read without the lock: nearly always there are none.
  private final Set<Login> counted = ConcurrentHashMap.newKeySet();

  FailedLogins(Clock clock) {
    this.clock = clock;
  }

  /**
   * Whether a password is worth checking; if not, it is known to be wrong.
   *
   * @throws SlowedDown if it is too early for this guess
   */
  boolean isWorthChecking(Login login, String password) {
    if (isUncounted(login)) {
      return true;
    }
    byte[] digest = SecretDigest.of(password);
    synchronized (failures) {
      Instant now = clock.instant();
      forgetBefore(now.minus(MEMORY));
      GuessCount own = failures.get(login);
      if (own != null && own.knowsAsWrong(digest)) {
        return own.recheck(digest, now);
      }
      List<GuessCount> counting = counting(login, now);
      counting.stream()
          .map(count -> Duration.between(now, count.nextAt()))
          .filter(wait -> wait.compareTo(Duration.ZERO) > 0)
          .max(Duration::compareTo)
          .ifPresent(
              wait -> {
                throw new SlowedDown(wait);
              });
      // Else guesses could be made at the same time.
      counting.forEach(count -> count.waitFrom(now));
      return true;
    }
  }

  void failed(Login login, String password) {
    byte[] digest = SecretDigest.of(password);
    synchronized (failures) {
      Instant now = clock.instant();
      forgetBefore(now.minus(MEMORY));
      GuessCount own = of(login, FREE_OF_LOGIN, MOST_WAIT);
      if (own.isNew(digest, now)) {
        own.count(now);
        count(login.ofAnyName(), of(login.ofAnyName(), FREE, MOST_WAIT), now);
        count(login.ofAnyAddress(), of(login.ofAnyAddress(), FREE, MOST_WAIT_OF_NAME), now);
      }
      // Also if it does not count: else it would be forgotten, and count as a new guess.
      own.keep(now);
      remember(login, own);
    }
  }

  void succeeded(Login login, String password) {
    Instant now = clock.instant();
    if (!isUncounted(login)) {
      byte[] digest = SecretDigest.of(password);
      synchronized (failures) {
        // This was no guess, and nobody has to wait because of it.
        counting(login, now).forEach(count -> count.endWait(now));
        // It may have been wrong once.
        Optional.ofNullable(failures.get(login)).ifPresent(own -> own.forget(digest));
      }
    }
    Instant last = known.get(login);
    if (last != null && last.plus(NOTED_EVERY).isAfter(now)) {
      return;
    }
    if (known.size() >= MOST_REMEMBERED) {
      known.clear();
    }
    known.put(login, now);
  }

  /** How many counts are remembered. */
  int remembered() {
    synchronized (failures) {
      return failures.size();
    }
  }

  private boolean isUncounted(Login login) {
    return counted.isEmpty() || (!counted.contains(login) && isKnown(login, clock.instant()));
  }

  private boolean isKnown(Login login, Instant now) {
    Instant last = known.get(login);
    return last != null && last.plus(KNOWN_FOR).isAfter(now);
  }

  private List<GuessCount> counting(Login login, Instant now) {
    return (isKnown(login, now)
            ? Stream.of(login)
            : Stream.of(login, login.ofAnyName(), login.ofAnyAddress()))
        .map(failures::get)
        .filter(Objects::nonNull)
        .toList();
  }

  private GuessCount of(Login login, int free, Duration mostWait) {
    return failures.getOrDefault(login, new GuessCount(free, mostWait));
  }

  private void count(Login login, GuessCount count, Instant now) {
    count.count(now);
    remember(login, count);
  }

  private void remember(Login login, GuessCount count) {
    failures.remove(login);
    failures.put(login, count);
    counted.add(login);
    if (failures.size() > MOST_REMEMBERED) {
      Login oldest = failures.keySet().iterator().next();
      failures.remove(oldest);
      counted.remove(oldest);
    }
  }

  private void forgetBefore(Instant time) {
    Iterator<Map.Entry<Login, GuessCount>> oldest = failures.entrySet().iterator();
    while (oldest.hasNext()) {
      Map.Entry<Login, GuessCount> next = oldest.next();
      if (!next.getValue().last().isBefore(time)) {
        return;
      }
      counted.remove(next.getKey());
      oldest.remove();
    }
  }
}
