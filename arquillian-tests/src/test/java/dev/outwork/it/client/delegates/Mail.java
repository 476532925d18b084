package dev.outwork.it.client.delegates;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Writes a mail, whose parts are fields of the model. */
public class Mail implements JavaDelegate {
  private Expression to;
  private Expression text;

  @Override
  public void execute(DelegateExecution execution) {
    execution.setVariable("mail", to.getValue(execution) + ", " + text.getValue(execution));
  }
}
