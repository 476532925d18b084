package dev.outwork.engine.job;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;

/**
 * Has somebody look for due jobs every second on every node: for timers, for what other nodes have
 * left, and for what was due while no node was there.
 */
@Singleton
@Startup
@DependsOn("Migrations")
public class JobTicks {
  @Inject private JobAlarm alarm;

  @Schedule(hour = "*", minute = "*", second = "*", persistent = false, info = "due jobs")
  public void tick() {
    alarm.ring();
  }
}
