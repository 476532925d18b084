package dev.outwork.engine.externaltask;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashSet;
import java.util.logging.Logger;

/**
 * Makes tasks whose lock has run out fetchable again, every second on every node. A fetch takes
 * such a task even before that; this is what wakes those who wait, and keeps the fetch's work
 * independent of the number of locked tasks.
 */
@Singleton
@Startup
@DependsOn("Migrations")
public class LockReclaimer {
  private static final Logger LOG = Logger.getLogger(LockReclaimer.class.getName());

  // One transaction holds that many rows at the most; the rest waits for the next second.
  private static final int AT_ONCE = 1_000;

  @Inject private TaskStateStore states;
  @Inject private Event<WorkAvailable> workAvailable;
  @Inject private Clock clock;

  @Schedule(hour = "*", minute = "*", second = "*", persistent = false, info = "lock reclaimer")
  public void reclaim() {
    TaskStateStore.Reclaimed reclaimed = states.reclaim(clock.instant(), AT_ONCE);
    if (reclaimed.count() == 0) {
      return;
    }
    LOG.info(
        () -> "%d locks ran out, on topics %s".formatted(reclaimed.count(), reclaimed.topics()));
    workAvailable.fire(WorkAvailable.again(new HashSet<>(reclaimed.topics())));
  }
}
