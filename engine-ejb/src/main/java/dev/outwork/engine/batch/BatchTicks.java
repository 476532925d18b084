package dev.outwork.engine.batch;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;

/**
 * Looks for batches without a run every five seconds on every node: those of a killed node, and
 * those created while no node had a free place.
 */
@Singleton
@Startup
@DependsOn("Migrations")
public class BatchTicks {
  @Inject private BatchAlarm alarm;

  @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false, info = "batches")
  public void tick() {
    alarm.ring();
  }
}
