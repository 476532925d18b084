package dev.outwork.engine.batch;

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

/** Triggers the runs of waiting batches on this node. */
@ApplicationScoped
public class BatchAlarm {
  private static final Logger LOG = Logger.getLogger(BatchAlarm.class.getName());

  @Inject private BatchRuns runs;

  @Inject private Threads threads;
  @Inject private OutageLog outages;

  private OneAtATime look;

  @PostConstruct
  void prepare() {
    look = new OneAtATime(threads, this::begin);
  }

  void batchesAreReady(@Observes(during = TransactionPhase.AFTER_SUCCESS) BatchesReady ready) {
    ring();
  }

  /** Triggers a check on another thread. */
  void ring() {
    look.run();
  }

  private void begin() {
    try {
      runs.begin();
    } catch (RuntimeException e) {
      // The next tick tries again; an executor would swallow the exception.
      if (!outages.tells(e)) {
        LOG.log(Level.WARNING, e, () -> "Cannot start the runs of waiting batches");
      }
    }
  }
}
