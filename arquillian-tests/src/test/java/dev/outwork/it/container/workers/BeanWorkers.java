package dev.outwork.it.container.workers;

import dev.outwork.api.worker.ExternalTaskExecution;
import dev.outwork.api.worker.ExternalTaskSubscription;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Methods of a CDI bean, with and without a transaction. */
@ApplicationScoped
public class BeanWorkers {
  @Inject private Deeds deeds;

  @ExternalTaskSubscription(topicName = "bean", lockDuration = 1_000, maxTasks = 2)
  public void work(ExternalTaskExecution execution) throws Exception {
    deeds.doAsTold(execution);
  }

  @ExternalTaskSubscription(
      topicName = "beanWithoutTransaction",
      lockDuration = 1_000,
      transactional = false)
  public void workWithoutTransaction(ExternalTaskExecution execution) throws Exception {
    deeds.doAsTold(execution);
  }
}
