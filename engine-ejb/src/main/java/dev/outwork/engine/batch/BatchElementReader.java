package dev.outwork.engine.batch;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** Reads the elements of a batch for its job. */
@Named
@Dependent
public class BatchElementReader extends AbstractItemReader {
  @Inject @BatchProperty private String batchId;
  @Inject @BatchProperty private String runId;
  @Inject private StepContext step;
  @Inject private BatchRuns runs;

  private BatchRun run;

  @Override
  public void open(Serializable checkpoint) {
    run = runs.open(batchId, runId);
    step.setTransientUserData(run);
  }

  @Override
  public Object readItem() {
    return run.next().orElse(null);
  }

  @Override
  public void close() {
    if (run != null) {
      run.leave();
    }
  }
}
