package dev.outwork.engine.batch;

import jakarta.batch.api.listener.AbstractJobListener;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Frees the place of an ended run and triggers the next one. */
@Named
@Dependent
public class BatchRunListener extends AbstractJobListener {
  @Inject private BatchRuns runs;
  @Inject private BatchAlarm alarm;

  @Override
  public void afterJob() {
    runs.hasEnded();
    alarm.ring();
  }
}
