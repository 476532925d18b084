package dev.outwork.engine.job;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicBoolean;

/** Has the jobs that are due run on this node, by one thread at a time. */
@ApplicationScoped
public class JobAlarm {
  @Inject private DueJobs dueJobs;

  @Resource private ManagedScheduledExecutorService executor;

  private final AtomicBoolean wanted = new AtomicBoolean();
  private final AtomicBoolean running = new AtomicBoolean();

  void jobsAreDue(@Observes(during = TransactionPhase.AFTER_SUCCESS) JobsDue due) {
    ring();
  }

  /** Has somebody look, soon and in another thread. */
  void ring() {
    wanted.set(true);
    if (running.compareAndSet(false, true)) {
      start();
    }
  }

  private void start() {
    boolean started = false;
    try {
      executor.execute(this::run);
      started = true;
    } finally {
      if (!started) {
        running.set(false);
      }
    }
  }

  private void run() {
    try {
      while (wanted.getAndSet(false)) {
        dueJobs.run();
      }
    } finally {
      running.set(false);
    }
    if (wanted.get()) {
      ring();
    }
  }
}
