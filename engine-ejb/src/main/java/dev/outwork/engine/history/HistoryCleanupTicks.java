package dev.outwork.engine.history;

import dev.outwork.engine.database.Settings;
import dev.outwork.engine.database.TellsOutages;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.time.Duration;

/**
 * Has history cleaned up from time to time; every node asks each half minute whether it is time.
 */
@Singleton
@TellsOutages
@Startup
@DependsOn("Migrations")
public class HistoryCleanupTicks {
  @Inject private HistoryCleanup cleanup;

  @Schedule(
      hour = "*",
      minute = "*",
      second = "*/30",
      persistent = false,
      info = "history clean-up")
  public void tick() {
    Duration interval = Settings.historyCleanupInterval();
    if (!interval.isZero()) {
      cleanup.cleanUpIfDue(interval);
    }
  }
}
