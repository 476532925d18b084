package dev.outwork.engine.database;

import dev.outwork.engine.inject.Collaborator;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.function.LongSupplier;
import java.util.logging.Logger;

/**
 * The time of the database in milliseconds, so that nodes with different clocks agree on the expiry
 * of locks. It is read every few seconds ({@link DatabaseClockTicks}) and advanced by the node's
 * ticks in between. An embedded database uses the node's clock.
 *
 * <p>It is never ahead of the database: a lock that has not expired there has not expired here.
 */
@Collaborator
@Dependent
public class DatabaseClock extends Clock {
  private static final Logger LOG = Logger.getLogger(DatabaseClock.class.getName());

  // The time of the statement: within a transaction current_timestamp does not advance.
  private static final String NOW = "select clock_timestamp()";

  // The first queries include class loading and connection set-up.
  private static final int FIRST_READINGS = 10;

  private static final long NANOS_PER_SECOND = Duration.ofSeconds(1).toNanos();

  private final Sql sql;
  private final ZoneId zone = Settings.timeZone();
  private final FollowedTime time = new FollowedTime();

  @Inject
  DatabaseClock(Sql sql) {
    this.sql = sql;
  }

  @Override
  public Instant instant() {
    if (!time.isKnown()) {
      begin();
    }
    return instantOf(time.at(System.nanoTime())).truncatedTo(ChronoUnit.MILLIS);
  }

  /** How far this time differs from that of the database, as of its last reading. */
  public Duration difference() {
    instant();
    return time.behind(System.nanoTime()).abs();
  }

  /** The time zone for dates and cron expressions of models. */
  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("The clock has no other zone");
  }

  private synchronized void begin() {
    for (int i = 0; i < FIRST_READINGS && !time.isPrecise(); i++) {
      follow();
    }
  }

  /** Reads the time of the database. */
  void follow() {
    ClockReading reading = read();
    if (time.observe(reading) == FollowedTime.Noticed.IT_WAS_SET) {
      long millis = time.behind(reading.after()).toMillis();
      LOG.warning(
          () ->
              "The clock of the database or of this node was set: this node is %d ms %s the database and adjusts by 50 ms per second"
                  .formatted(Math.abs(millis), millis < 0 ? "ahead of" : "behind"));
    }
  }

  private ClockReading read() {
    if (sql.dialect() == Dialect.H2) {
      return reading(DatabaseClock::wall);
    }
    // The reading covers only the query, not the wait for a connection.
    return sql.use(connection -> reading(() -> ask(connection)));
  }

  private static ClockReading reading(LongSupplier other) {
    return ClockReading.of(other, System::nanoTime, DatabaseClock::wall);
  }

  private static long ask(Connection connection) {
    try (PreparedStatement statement = connection.prepareStatement(NOW);
        ResultSet answer = statement.executeQuery()) {
      answer.next();
      return nanosOf(answer.getObject(1, OffsetDateTime.class).toInstant());
    } catch (SQLException e) {
      throw new IllegalStateException("The database returns no time", e);
    }
  }

  private static long wall() {
    return nanosOf(Instant.now());
  }

  private static long nanosOf(Instant instant) {
    return Math.addExact(
        Math.multiplyExact(instant.getEpochSecond(), NANOS_PER_SECOND), instant.getNano());
  }

  private static Instant instantOf(long nanos) {
    return Instant.ofEpochSecond(0, nanos);
  }
}
