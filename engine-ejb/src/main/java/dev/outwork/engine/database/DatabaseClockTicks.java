package dev.outwork.engine.database;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.logging.Logger;

/**
 * Reads the time of the database every five seconds on every node, so that nobody's work waits for
 * it. Nodes that notice at different times that it was set differ by what they adapt in between: a
 * quarter of a second.
 */
@Singleton
@Startup
@DependsOn("Migrations")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DatabaseClockTicks {
  private static final Logger LOG = Logger.getLogger(DatabaseClockTicks.class.getName());

  @Inject private DatabaseClock clock;

  @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false, info = "database clock")
  public void tick() {
    try {
      clock.follow();
    } catch (RuntimeException e) {
      // The time goes on by the node's ticks; who needs the database itself will tell.
      LOG.fine(() -> "Cannot read the clock of the database: " + e.getMessage());
    }
  }
}
