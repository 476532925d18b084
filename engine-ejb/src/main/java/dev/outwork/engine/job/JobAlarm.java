package dev.outwork.engine.job;

import dev.outwork.engine.concurrent.OneAtATime;
import dev.outwork.engine.concurrent.Threads;
import dev.outwork.engine.database.OutageLog;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Triggers the execution of due jobs on this node, on one thread at a time. */
@ApplicationScoped
public class JobAlarm {
  private static final Logger LOG = Logger.getLogger(JobAlarm.class.getName());

  @Inject private JobRuns runs;

  @Inject private Threads threads;
  @Inject private OutageLog outages;

  private OneAtATime look;

  @PostConstruct
  void prepare() {
    look = new OneAtATime(threads, this::runDueJobs);
  }

  void jobsAreDue(@Observes(during = TransactionPhase.AFTER_SUCCESS) JobsDue due) {
    ring();
  }

  /** Triggers a check on another thread. */
  void ring() {
    look.run();
  }

  // An exception would be lost on this thread; the next tick tries again.
  private void runDueJobs() {
    try {
      runs.run();
    } catch (RuntimeException e) {
      if (!outages.tells(e)) {
        LOG.log(Level.WARNING, e, () -> "Cannot look for due jobs");
      }
    }
  }
}
