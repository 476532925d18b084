package dev.outwork.engine.externaltask;

import dev.outwork.api.Texts;
import dev.outwork.engine.database.TellsOutages;
import dev.outwork.engine.tally.TasksHappened;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.logging.Logger;

/**
 * Makes tasks with expired locks fetchable again, every second on every node. A fetch mostly claims
 * such a task even before; the reclaimer wakes waiting workers, and keeps the cost of a fetch
 * independent of the number of locked tasks.
 */
@Singleton
@TellsOutages
@Startup
@DependsOn("Migrations")
public class LockReclaimer {
  private static final Logger LOG = Logger.getLogger(LockReclaimer.class.getName());

  // Maximum number of rows that one transaction locks; the rest waits for the next second.
  private static final int AT_ONCE = 1_000;

  // Completed tasks leave index entries that are expensive to scan while an old transaction is open
  // (see QueueHeads), so most passes start where the last one ended.
  private static final int WHOLE_PASS_EVERY = 30;
  private static final Duration OVERLAP = Duration.ofSeconds(10);

  @Inject private TaskStateStore states;
  @Inject private LeaseLog leases;
  @Inject private Event<WorkAvailable> workAvailable;
  @Inject private Event<TasksHappened> happened;
  @Inject private Clock clock;

  private int passes;
  private Instant reclaimedUntil = Instant.EPOCH;

  @Schedule(hour = "*", minute = "*", second = "*", persistent = false, info = "lock reclaimer")
  public void reclaim() {
    Instant now = clock.instant();
    boolean isWhole = passes++ % WHOLE_PASS_EVERY == 0 || reclaimedUntil.isAfter(now);
    TaskStateStore.Reclaimed reclaimed =
        states.reclaim(isWhole ? Instant.EPOCH : reclaimedUntil.minus(OVERLAP), now, AT_ONCE);
    if (reclaimed.count() < AT_ONCE) {
      reclaimedUntil = now;
    }
    if (reclaimed.count() == 0) {
      return;
    }
    LOG.info(
        () ->
            "%d locks expired, on topics %s"
                .formatted(reclaimed.count(), Texts.inOneLine(reclaimed.topics().toString())));
    workAvailable.fire(WorkAvailable.again(reclaimed.topics()));
    leases.expired(reclaimed.lost(), now);
    happened.fire(LostTask.happened(reclaimed.lost()));
  }
}
