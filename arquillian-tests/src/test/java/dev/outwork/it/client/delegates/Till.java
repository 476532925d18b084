package dev.outwork.it.client.delegates;

import org.camunda.bpm.engine.delegate.DelegateExecution;

/** A bean that expressions call. */
public class Till {
  public long count(DelegateExecution execution, long amount) {
    execution.setVariable("order", new Order("Ann"));
    return amount * 100;
  }
}
