package dev.outwork.engine.tally;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;

/**
 * Counts what has happened to tasks once it is committed. The only observer, because each one
 * registers itself with the transaction of every fetch, report and start.
 */
@ApplicationScoped
public class Tally {
  @Inject private TaskCounts counts;
  @Inject private WorkerSightings workers;

  void happened(@Observes(during = TransactionPhase.AFTER_SUCCESS) TasksHappened happened) {
    counts.count(happened);
    workers.reported(happened);
  }
}
