package dev.outwork.it.client.delegates;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;

/** Notes where it was called. */
public class Listener implements ExecutionListener {
  @Override
  public void notify(DelegateExecution execution) {
    execution.setVariable(
        "heard", execution.getEventName() + " of " + execution.getCurrentActivityName());
  }
}
