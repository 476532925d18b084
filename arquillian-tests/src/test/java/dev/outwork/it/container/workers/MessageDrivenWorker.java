package dev.outwork.it.container.workers;

import dev.outwork.api.worker.ExternalTaskExecution;
import dev.outwork.api.worker.ExternalTaskListener;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;

/** A message-driven bean in a transaction of the container. */
@MessageDriven(
    activationConfig = {
      @ActivationConfigProperty(propertyName = "topicName", propertyValue = "mdb"),
      @ActivationConfigProperty(propertyName = "lockDuration", propertyValue = "1000"),
      @ActivationConfigProperty(propertyName = "usePriority", propertyValue = "false"),
      @ActivationConfigProperty(propertyName = "maxTasks", propertyValue = "2")
    })
public class MessageDrivenWorker implements ExternalTaskListener {
  @Inject private Deeds deeds;

  @Override
  public void onTask(ExternalTaskExecution execution) throws Exception {
    deeds.doAsTold(execution);
  }
}
