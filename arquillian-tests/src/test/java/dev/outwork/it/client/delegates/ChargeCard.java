package dev.outwork.it.client.delegates;

import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Charges what is possible, declines what is too much, and fails with nothing. */
public class ChargeCard implements JavaDelegate {
  private static final int LIMIT = 1000;

  @Override
  public void execute(DelegateExecution execution) {
    int amount = (Integer) execution.getVariable("amount");
    if (amount == 0) {
      throw new IllegalArgumentException("nothing to charge");
    }
    if (amount > LIMIT) {
      throw new BpmnError("DECLINED", "1000 is the limit");
    }
    execution.setVariable("receipt", "R-" + execution.getBusinessKey());
  }
}
