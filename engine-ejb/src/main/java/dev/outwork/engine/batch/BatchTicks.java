package dev.outwork.engine.batch;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;

/**
 * Has somebody look for batches without a run every five seconds on every node: for those of a node
 * that was killed, and those that were created while no node had room for them.
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
