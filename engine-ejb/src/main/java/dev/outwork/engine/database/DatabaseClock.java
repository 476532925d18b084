package dev.outwork.engine.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * The time of the database, in milliseconds, so that nodes whose own clocks differ agree when a
 * lock runs out. The difference is measured now and then; in between the node's clock runs.
 */
@ApplicationScoped
public class DatabaseClock extends Clock {
  private static final Duration MEASURE_AGAIN_AFTER = Duration.ofSeconds(30);

  // The time of the statement: within a transaction current_timestamp stands still.
  private static final String NOW = "select clock_timestamp()";

  /** How far the database is ahead, and when (by {@link System#nanoTime}) that was measured. */
  private record Offset(Duration ahead, long measuredAt) {}

  private final Sql sql;
  private volatile Offset offset;

  /** For the container's proxy. */
  protected DatabaseClock() {
    this(null);
  }

  @Inject
  DatabaseClock(Sql sql) {
    this.sql = sql;
  }

  @Override
  public Instant instant() {
    return Instant.now().plus(ahead()).truncatedTo(ChronoUnit.MILLIS);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("Instants have no zone");
  }

  private Duration ahead() {
    Offset known = offset;
    if (known == null || System.nanoTime() - known.measuredAt() > MEASURE_AGAIN_AFTER.toNanos()) {
      known = new Offset(measure(), System.nanoTime());
      offset = known;
    }
    return known.ahead();
  }

  // An embedded database has the node's clock. Elsewhere half of the round trip has passed when the
  // database looks.
  private Duration measure() {
    if (sql.dialect() == Dialect.H2) {
      return Duration.ZERO;
    }
    Instant before = Instant.now();
    Instant there = sql.ask(handle -> handle.createQuery(NOW).mapTo(Instant.class).one());
    Duration roundTrip = Duration.between(before, Instant.now());
    return Duration.between(before.plus(roundTrip.dividedBy(2)), there);
  }
}
