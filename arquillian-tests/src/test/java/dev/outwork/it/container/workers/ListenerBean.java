package dev.outwork.it.container.workers;

import dev.outwork.api.worker.ExternalTaskExecution;
import dev.outwork.api.worker.ExternalTaskListener;
import dev.outwork.api.worker.ExternalTaskSubscription;
import jakarta.inject.Inject;

/** A class that is a bean, and a worker, by its annotation. */
@ExternalTaskSubscription("listenerBean")
public class ListenerBean implements ExternalTaskListener {
  @Inject private Deeds deeds;

  @Override
  public void onTask(ExternalTaskExecution execution) throws Exception {
    deeds.doAsTold(execution);
  }
}
