package dev.outwork.engine.batch;

import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Processes the elements that the job has read. */
@Named
@Dependent
public class BatchElementWriter extends AbstractItemWriter {
  @Inject private StepContext step;

  @Override
  public void writeItems(List<Object> ids) {
    BatchRun run = (BatchRun) step.getTransientUserData();
    ids.forEach(id -> run.work((String) id));
  }
}
