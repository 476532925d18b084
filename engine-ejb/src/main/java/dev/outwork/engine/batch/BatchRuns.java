package dev.outwork.engine.batch;

import dev.outwork.engine.database.Ids;
import dev.outwork.engine.inject.Collaborator;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Semaphore;

/** Starts runs for batches without one, a few at a time on each node. */
@Collaborator
public class BatchRuns {
  private static final int AT_THE_SAME_TIME = 4;

  private final BatchExecution execution;
  private final RunStarter starter;
  private final Clock clock;
  private final Semaphore places = new Semaphore(AT_THE_SAME_TIME);

  @Inject
  BatchRuns(BatchExecution execution, RunStarter starter, Clock clock) {
    this.execution = execution;
    this.starter = starter;
    this.clock = clock;
  }

  /** Starts a run for every waiting batch, as far as there are free places. */
  public void begin() {
    List<FreeBatch> free = execution.free(places.availablePermits());
    for (FreeBatch batch : free) {
      if (!places.tryAcquire()) {
        return;
      }
      begin(batch, Ids.next());
    }
  }

  private void begin(FreeBatch batch, String runId) {
    boolean begun = false;
    try {
      if (execution.claim(batch, runId)) {
        starter.start(batch.id(), runId);
        begun = true;
      }
    } finally {
      if (!begun) {
        places.release();
      }
    }
  }

  /** The run for a job to work with. */
  public BatchRun open(String batchId, String runId) {
    return new BatchRun(execution, clock, batchId, runId);
  }

  /** Called when the job of a run has ended, successfully or not. */
  public void hasEnded() {
    places.release();
  }
}
