package dev.outwork.engine.database;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The operator's settings of the engine, by MicroProfile Config: {@code outwork.db.url} is also the
 * environment variable {@code OUTWORK_DB_URL}. docs/operations.md lists them all.
 */
public final class Settings {
  /** JDBC URL of an H2 or PostgreSQL database. */
  public static final String DB_URL = "outwork.db.url";

  /**
   * JDBC URL of the same PostgreSQL database for {@code listen} and {@code notify}, required behind
   * a pooler in transaction mode. Defaults to the URL of the database.
   */
  public static final String DB_HINTS_URL = "outwork.db.hints-url";

  /** Database user; defaults to {@code sa} on H2. */
  public static final String DB_USER = "outwork.db.user";

  /** Password of the database user; empty by default. */
  public static final String DB_PASSWORD = "outwork.db.password";

  /** Maximum number of waiting workers on one node. */
  public static final String MAX_WAITING = "outwork.max-waiting";

  /** Time in seconds without a sign of life after which another node takes over a batch. */
  public static final String BATCH_LEASE_SECONDS = "outwork.batch.lease-seconds";

  /** Interval of history clean-up in minutes; 0 to disable it. */
  public static final String HISTORY_CLEANUP_MINUTES = "outwork.history.cleanup-minutes";

  /** Time in seconds for tasks in progress when a worker inside the server stops. */
  public static final String WORKER_DRAIN_SECONDS = "outwork.worker-drain-seconds";

  /** Default of deployments for the option that code becomes external tasks. */
  public static final String CODE_BECOMES_TOPICS = "outwork.deployment.code-becomes-topics";

  /** Time zone for cron expressions and dates without zone. */
  public static final String TIME_ZONE = "outwork.time-zone";

  /** Time in seconds that tasks may wait without anybody asking for them; then it is an alarm. */
  public static final String NOBODY_POLLS_SECONDS = "outwork.alarm.nobody-polls-seconds";

  /**
   * Which lease events of external tasks are written: {@code off}, {@code failures}, {@code all}.
   */
  public static final String LEASE_EVENTS = "outwork.history.lease-events";

  /** Path of the file that says who may do what; without it everybody may do everything. */
  public static final String GRANTS_FILE = "outwork.grants-file";

  static final String DEFAULT_URL = "jdbc:h2:file:./outwork-data/engine";
  static final String DEFAULT_USER = "sa";

  private Settings() {}

  public static String databaseUrl() {
    return value(DB_URL).orElse(DEFAULT_URL);
  }

  public static String hintsUrl() {
    return value(DB_HINTS_URL).orElseGet(Settings::databaseUrl);
  }

  public static String databaseUser() {
    return value(DB_USER).orElse(DEFAULT_USER);
  }

  public static String databasePassword() {
    return value(DB_PASSWORD).orElse("");
  }

  public static int maxWaiting() {
    return WholeNumber.MAX_WAITING.value();
  }

  public static Duration batchLease() {
    return Duration.ofSeconds(WholeNumber.BATCH_LEASE_SECONDS.value());
  }

  public static Duration historyCleanupInterval() {
    return Duration.ofMinutes(WholeNumber.HISTORY_CLEANUP_MINUTES.value());
  }

  public static Duration workerDrain() {
    return Duration.ofSeconds(WholeNumber.WORKER_DRAIN_SECONDS.value());
  }

  public static Duration nobodyPolls() {
    return Duration.ofSeconds(WholeNumber.NOBODY_POLLS_SECONDS.value());
  }

  public static boolean codeBecomesTopics() {
    return Boolean.parseBoolean(codeBecomesTopicsText());
  }

  private static String codeBecomesTopicsText() {
    return value(CODE_BECOMES_TOPICS).map(String::strip).orElse("false");
  }

  private static Optional<String> faultOfCodeBecomesTopics() {
    String text = codeBecomesTopicsText();
    return text.matches("(?i)true|false")
        ? Optional.empty()
        : Optional.of("%s is '%s': it must be true or false".formatted(CODE_BECOMES_TOPICS, text));
  }

  public static LeaseEvents leaseEvents() {
    faultOfLeaseEvents()
        .ifPresent(
            fault -> {
              throw new IllegalStateException(fault);
            });
    return LeaseEvents.valueOf(leaseEventsText().toUpperCase(Locale.ROOT));
  }

  private static String leaseEventsText() {
    return value(LEASE_EVENTS).map(String::strip).orElse("off");
  }

  private static Optional<String> faultOfLeaseEvents() {
    return leaseEventsText().matches("off|failures|all")
        ? Optional.empty()
        : Optional.of(
            "%s is '%s': it must be off, failures or all"
                .formatted(LEASE_EVENTS, leaseEventsText()));
  }

  public static Optional<String> grantsFile() {
    return value(GRANTS_FILE).map(String::strip);
  }

  public static ZoneId timeZone() {
    return ZoneId.of(timeZoneText());
  }

  private static String timeZoneText() {
    return value(TIME_ZONE).map(String::strip).orElse("UTC");
  }

  private static Optional<String> faultOfTimeZone() {
    try {
      timeZone();
      return Optional.empty();
    } catch (DateTimeException none) {
      return Optional.of(
          "%s is '%s', which is not a time zone such as Europe/Berlin"
              .formatted(TIME_ZONE, timeZoneText()));
    }
  }

  /** Throws an exception that lists all settings that are not valid. */
  static void check() {
    List<String> faults =
        Stream.of(
                Stream.of(databaseUrl(), hintsUrl())
                    .distinct()
                    .flatMap(url -> Dialect.faultOf(url).stream()),
                Stream.of(WholeNumber.values()).flatMap(number -> number.fault().stream()),
                faultOfCodeBecomesTopics().stream(),
                faultOfLeaseEvents().stream(),
                faultOfTimeZone().stream())
            .flatMap(Function.identity())
            .toList();
    if (!faults.isEmpty()) {
      throw new IllegalStateException(faults.stream().collect(Collectors.joining("; ")));
    }
  }

  private static Optional<String> value(String name) {
    return ConfigProvider.getConfig()
        .getOptionalValue(name, String.class)
        .filter(text -> !text.isBlank());
  }

  /** Which lease events are written. */
  public enum LeaseEvents {
    OFF,
    /** Locks that were lost or taken away. */
    FAILURES,
    ALL
  }

  /** Integer settings. */
  enum WholeNumber {
    MAX_WAITING(Settings.MAX_WAITING, 10_000, 0, 999_999_999),
    BATCH_LEASE_SECONDS(Settings.BATCH_LEASE_SECONDS, 30, 3, 3_600),
    HISTORY_CLEANUP_MINUTES(Settings.HISTORY_CLEANUP_MINUTES, 60, 0, 525_600),
    WORKER_DRAIN_SECONDS(Settings.WORKER_DRAIN_SECONDS, 20, 0, 3_600),
    NOBODY_POLLS_SECONDS(Settings.NOBODY_POLLS_SECONDS, 300, 30, 86_400);

    final String setting;
    final int otherwise;
    final int least;
    final int most;

    WholeNumber(String setting, int otherwise, int least, int most) {
      this.setting = setting;
      this.otherwise = otherwise;
      this.least = least;
      this.most = most;
    }

    private int value() {
      fault()
          .ifPresent(
              fault -> {
                throw new IllegalStateException(fault);
              });
      return Integer.parseInt(text());
    }

    private Optional<String> fault() {
      String text = text();
      boolean isAllowed =
          text.matches("\\d{1,9}")
              && Integer.parseInt(text) >= least
              && Integer.parseInt(text) <= most;
      return isAllowed
          ? Optional.empty()
          : Optional.of(
              "%s is '%s': it must be an integer between %d and %d"
                  .formatted(setting, text, least, most));
    }

    private String text() {
      return Settings.value(setting).map(String::strip).orElse(String.valueOf(otherwise));
    }
  }
}
