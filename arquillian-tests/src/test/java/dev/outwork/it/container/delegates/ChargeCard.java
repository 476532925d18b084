package dev.outwork.it.container.delegates;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** A delegate by its class, with a field and a bean. */
@Dependent
public class ChargeCard implements JavaDelegate {
  @Inject private Till till;
  private Expression currency;

  @Override
  public void execute(DelegateExecution execution) {
    int amount = (Integer) execution.getVariable("amount");
    if (amount > 1000) {
      throw new BpmnError("DECLINED", "too much");
    }
    execution.setVariable("receipt", till.count(amount) + " " + currency.getValue(execution));
  }
}
