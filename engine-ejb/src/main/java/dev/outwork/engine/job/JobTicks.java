package dev.outwork.engine.job;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;

/**
 * Checks for due jobs every second on every node: timers, jobs that other nodes have left, and
 * those that became due while no node was running.
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
