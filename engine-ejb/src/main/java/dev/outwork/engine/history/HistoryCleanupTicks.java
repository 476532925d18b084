package dev.outwork.engine.history;

import dev.outwork.engine.database.Settings;
import dev.outwork.engine.database.TellsOutages;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.time.Duration;

/** Triggers history clean-up; every node checks every half minute whether it is due. */
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
