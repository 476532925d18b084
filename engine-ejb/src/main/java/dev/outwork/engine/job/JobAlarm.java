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

/** Has the jobs that are due run on this node, by one thread at a time. */
@ApplicationScoped
public class JobAlarm {
  private static final Logger LOG = Logger.getLogger(JobAlarm.class.getName());

  @Inject private DueJobs dueJobs;

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

  /** Has somebody look, soon and in another thread. */
  void ring() {
    look.run();
  }

  // Of what is thrown into a thread nobody would hear; the next tick tries again.
  private void runDueJobs() {
    try {
      dueJobs.run();
    } catch (RuntimeException e) {
      if (!outages.tells(e)) {
        LOG.log(Level.WARNING, e, () -> "Cannot look for due jobs");
      }
    }
  }
}
