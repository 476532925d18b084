package dev.outwork.engine.database;

import dev.outwork.api.DatabaseUnavailableException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;

/**
 * Logs an outage of the database: the first failure of each kind with its stack trace, then one
 * line a second with the number of failures, so that an outage does not fill the disk. Failures
 * whose messages differ only in numbers and quoted names, such as those of a full disk, are of one
 * kind.
 */
@ApplicationScoped
public class OutageLog {
  private static final Logger LOG = Logger.getLogger(OutageLog.class.getName());
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  /** After this time without failures, the next one starts a new outage. */
  private static final long OVER_AFTER = Duration.ofMinutes(1).toNanos();

  private static final Pattern NAMES_AND_NUMBERS = Pattern.compile("\"[^\"]*\"|\\d+");

  // Messages may contain host names, so the number of kinds must be bounded.
  private static final int MOST_KINDS = 100;

  private final Map<String, Counted> counted = new HashMap<>();
  private final LongSupplier nanoTime;

  /** The failures of one kind since the last line. */
  private static final class Counted {
    private long toldAt;
    private long lastAt;
    private int untold;
  }

  public OutageLog() {
    this(System::nanoTime);
  }

  OutageLog(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** Logs a failure and returns true if it is an outage of the database. */
  public boolean tells(Throwable failure) {
    if (failure instanceof DatabaseUnavailableException) {
      return true;
    }
    Optional<Throwable> reason = DatabaseUnavailableException.reasonIn(failure);
    reason.ifPresent(cause -> count(oneLine(cause), failure));
    return reason.isPresent();
  }

  private synchronized void count(String reason, Throwable failure) {
    long now = nanoTime.getAsLong();
    if (counted.size() > MOST_KINDS) {
      counted.clear();
    }
    String kind = NAMES_AND_NUMBERS.matcher(reason).replaceAll("");
    Counted of = counted.get(kind);
    if (of == null || now - of.lastAt > OVER_AFTER) {
      of = new Counted();
      of.toldAt = now;
      counted.put(kind, of);
      LOG.log(
          Level.WARNING,
          failure,
          () -> "The database is unavailable: %s. Further failures are counted".formatted(reason));
    } else {
      of.untold++;
      if (now - of.toldAt >= SECOND) {
        int more = of.untold;
        of.untold = 0;
        of.toldAt = now;
        LOG.warning(
            () -> "The database is unavailable: %d more failures: %s".formatted(more, reason));
      }
    }
    of.lastAt = now;
  }

  private static String oneLine(Throwable cause) {
    String message = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    return cause instanceof SQLException refusal
        ? "%s (SQL state %s)".formatted(message, refusal.getSQLState())
        : message;
  }
}
