package dev.outwork.engine.job;

import dev.outwork.engine.concurrent.OneAtATime;
import dev.outwork.engine.concurrent.Threads;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;

/** Has the jobs that are due run on this node, by one thread at a time. */
@ApplicationScoped
public class JobAlarm {
  @Inject private DueJobs dueJobs;

  @Inject private Threads threads;

  private OneAtATime look;

  @PostConstruct
  void prepare() {
    look = new OneAtATime(threads, dueJobs::run);
  }

  void jobsAreDue(@Observes(during = TransactionPhase.AFTER_SUCCESS) JobsDue due) {
    ring();
  }

  /** Has somebody look, soon and in another thread. */
  void ring() {
    look.run();
  }
}
