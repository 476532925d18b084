package dev.outwork.rest.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The failed logins of the last minutes on this node. Who guesses passwords has to wait longer and
 * longer between two guesses; nothing is ever locked:
 *
 * <ul>
 *   <li>Failures count for the name at its address, for the address, and for the name.
 *   <li>The same wrong password once more is no guess: it is answered at once, and does not count.
 *       A worker that has kept an old password slows nobody down.
 *   <li>Where a name has logged in before, only failures under that name from that address count.
 * </ul>
 */
final class FailedLogins {
  /** Failures of a name at its address that make nobody wait. */
  static final int FREE_OF_LOGIN = 5;

  /** Failures of an address, and of a name, that make nobody wait. */
  static final int FREE = 20;

  /** After the first failure that is not free; each further one doubles it. */
  static final Duration FIRST_WAIT = Duration.ofSeconds(1);

  static final Duration MOST_WAIT = Duration.ofSeconds(30);

  /** After which failures are forgotten if there is no other one. */
  static final Duration MEMORY = Duration.ofMinutes(15);

  /** For which a name is known at an address where it has logged in. */
  static final Duration KNOWN_FOR = Duration.ofDays(1);

  /** If more is to be remembered, the oldest is forgotten. */
  static final int MOST_REMEMBERED = 10_000;

  // Of a worker that calls many times a second, one login is noted now and then.
  private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

  private final Clock clock;
  private final Map<Login, Instant> known = new ConcurrentHashMap<>();
  // In the order of the last failure.
  private final Map<Login, GuessCount> failures = new LinkedHashMap<>();
  // Read without the lock: nearly always there are none.
  private volatile boolean isEmpty = true;

  FailedLogins(Clock clock) {
    this.clock = clock;
  }

  /**
   * Whether a password is worth checking; if not, it is known to be wrong.
   *
   * @throws SlowedDown if it is too early for this guess
   */
  boolean isWorthChecking(Login login, String password) {
    if (isEmpty) {
      return true;
    }
    byte[] digest = PasswordHash.digest(password);
    synchronized (failures) {
      Instant now = clock.instant();
      forgetBefore(now.minus(MEMORY));
      GuessCount own = failures.get(login);
      if (own != null && own.knowsAsWrong(digest, now.minus(MOST_WAIT))) {
        return false;
      }
      boolean isKnown = isKnown(login, now);
      List<GuessCount> counting = isKnown ? Stream.ofNullable(own).toList() : all(login);
      counting.stream()
          .map(counted -> Duration.between(now, counted.nextAt()))
          .filter(wait -> wait.compareTo(Duration.ZERO) > 0)
          .max(Duration::compareTo)
          .ifPresent(
              wait -> {
                throw new SlowedDown(wait);
              });
      if (!isKnown) {
        // Else guesses could be made at the same time.
        counting.forEach(counted -> counted.waitFrom(now));
      }
      return true;
    }
  }

  void failed(Login login, String password) {
    byte[] digest = PasswordHash.digest(password);
    synchronized (failures) {
      Instant now = clock.instant();
      forgetBefore(now.minus(MEMORY));
      GuessCount own = failures.getOrDefault(login, new GuessCount(FREE_OF_LOGIN));
      if (own.isNew(digest, now)) {
        count(login, own, now);
        count(login.ofAnyName(), counted(login.ofAnyName()), now);
        count(login.ofAnyAddress(), counted(login.ofAnyAddress()), now);
      }
      isEmpty = false;
    }
  }

  void succeeded(Login login) {
    Instant now = clock.instant();
    Instant last = known.get(login);
    if (last != null && last.plus(NOTED_EVERY).isAfter(now)) {
      return;
    }
    if (!isEmpty && !isKnown(login, now)) {
      synchronized (failures) {
        // This was no guess, and nobody has to wait because of it.
        all(login).forEach(counted -> counted.endWait(now));
      }
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

  private boolean isKnown(Login login, Instant now) {
    Instant last = known.get(login);
    return last != null && last.plus(KNOWN_FOR).isAfter(now);
  }

  private List<GuessCount> all(Login login) {
    return Stream.of(login, login.ofAnyName(), login.ofAnyAddress())
        .map(failures::get)
        .filter(Objects::nonNull)
        .toList();
  }

  private GuessCount counted(Login ofAny) {
    return failures.getOrDefault(ofAny, new GuessCount(FREE));
  }

  private void count(Login login, GuessCount counted, Instant now) {
    counted.count(now);
    failures.remove(login);
    failures.put(login, counted);
    if (failures.size() > MOST_REMEMBERED) {
      failures.remove(failures.keySet().iterator().next());
    }
  }

  private void forgetBefore(Instant time) {
    Iterator<GuessCount> oldest = failures.values().iterator();
    while (oldest.hasNext() && oldest.next().last().isBefore(time)) {
      oldest.remove();
    }
    isEmpty = failures.isEmpty();
  }
}
