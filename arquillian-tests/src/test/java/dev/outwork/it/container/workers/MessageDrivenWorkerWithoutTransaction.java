package dev.outwork.it.container.workers;

import dev.outwork.api.worker.ExternalTaskExecution;
import dev.outwork.api.worker.ExternalTaskListener;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** A message-driven bean whose work is in no transaction. */
@MessageDriven(
    activationConfig = {
      @ActivationConfigProperty(
          propertyName = "topicName",
          propertyValue = "mdbWithoutTransaction"),
      @ActivationConfigProperty(propertyName = "lockDuration", propertyValue = "1000"),
      @ActivationConfigProperty(propertyName = "usePriority", propertyValue = "false"),
      @ActivationConfigProperty(propertyName = "maxTasks", propertyValue = "2")
    })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MessageDrivenWorkerWithoutTransaction implements ExternalTaskListener {
  @Inject private Deeds deeds;

  @Override
  public void onTask(ExternalTaskExecution execution) throws Exception {
    deeds.doAsTold(execution);
  }
}
