package dev.outwork.engine.database;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/**
 * Reads the time of the database every five seconds on every node, so that no request waits for it.
 * Nodes that notice a clock change at different times differ by their adaptation in between: a
 * quarter of a second.
 */
@Singleton
@TellsOutages
@Startup
@DependsOn("Migrations")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DatabaseClockTicks {
  @Inject private DatabaseClock clock;

  @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false, info = "database clock")
  public void tick() {
    clock.follow();
  }
}
