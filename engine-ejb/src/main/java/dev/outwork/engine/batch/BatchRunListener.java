package dev.outwork.engine.batch;

import jakarta.batch.api.listener.AbstractJobListener;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Makes room for the next run when the job of one has ended, and has somebody look for it. */
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
