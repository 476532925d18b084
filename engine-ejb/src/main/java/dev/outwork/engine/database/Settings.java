package dev.outwork.engine.database;

import java.time.Duration;
import java.util.Optional;

/**
 * What an operator can set, each by an environment variable or a system property of the same name;
 * the property wins.
 */
public final class Settings {
  /** JDBC URL of an H2 or PostgreSQL database. */
  public static final String DB_URL = "OUTWORK_DB_URL";

  /** Database user; {@code sa} on H2 unless set. */
  public static final String DB_USER = "OUTWORK_DB_USER";

  /** Password of the database user; empty unless set. */
  public static final String DB_PASSWORD = "OUTWORK_DB_PASSWORD";

  /** How many workers may wait at the same time on one node. */
  public static final String MAX_WAITING = "OUTWORK_MAX_WAITING";

  /** For how many seconds a run may be silent before another node takes its batch over. */
  public static final String BATCH_LEASE_SECONDS = "OUTWORK_BATCH_LEASE_SECONDS";

  /** How many minutes lie between two clean-ups of history; 0 for none. */
  public static final String HISTORY_CLEANUP_MINUTES = "OUTWORK_HISTORY_CLEANUP_MINUTES";

  private static final String DEFAULT_URL = "jdbc:h2:file:./outwork-data/engine";

  private Settings() {}

  public static String databaseUrl() {
    return value(DB_URL).orElse(DEFAULT_URL);
  }

  public static String databaseUser() {
    return value(DB_USER).orElse("sa");
  }

  public static String databasePassword() {
    return value(DB_PASSWORD).orElse("");
  }

  public static int maxWaiting() {
    return number(MAX_WAITING, 10_000, 0, 999_999_999);
  }

  public static Duration batchLease() {
    return Duration.ofSeconds(number(BATCH_LEASE_SECONDS, 30, 3, 3_600));
  }

  public static Duration historyCleanupInterval() {
    return Duration.ofMinutes(number(HISTORY_CLEANUP_MINUTES, 60, 0, 525_600));
  }

  private static int number(String name, int otherwise, int least, int most) {
    String text = value(name).map(String::strip).orElse(String.valueOf(otherwise));
    if (!text.matches("\\d{1,9}")
        || Integer.parseInt(text) < least
        || Integer.parseInt(text) > most) {
      throw new IllegalStateException(
          "%s is '%s', which is no whole number from %d to %d".formatted(name, text, least, most));
    }
    return Integer.parseInt(text);
  }

  private static Optional<String> value(String name) {
    return Optional.ofNullable(System.getProperty(name))
        .or(() -> Optional.ofNullable(System.getenv(name)))
        .filter(text -> !text.isBlank());
  }
}
