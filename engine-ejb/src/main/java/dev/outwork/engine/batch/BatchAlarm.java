package dev.outwork.engine.batch;

import dev.outwork.engine.concurrent.OneAtATime;
import dev.outwork.engine.concurrent.Threads;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Has batches run on this node that have something to do and no run. */
@ApplicationScoped
public class BatchAlarm {
  private static final Logger LOG = Logger.getLogger(BatchAlarm.class.getName());

  @Inject private BatchRuns runs;

  @Inject private Threads threads;

  private OneAtATime look;

  @PostConstruct
  void prepare() {
    look = new OneAtATime(threads, this::begin);
  }

  void batchesAreReady(@Observes(during = TransactionPhase.AFTER_SUCCESS) BatchesReady ready) {
    ring();
  }

  /** Has somebody look, soon and in another thread. */
  void ring() {
    look.run();
  }

  private void begin() {
    try {
      runs.begin();
    } catch (RuntimeException e) {
      // The next tick tries again; of what is thrown into an executor nobody would hear.
      LOG.log(Level.WARNING, e, () -> "Cannot begin the runs of batches that wait");
    }
  }
}
