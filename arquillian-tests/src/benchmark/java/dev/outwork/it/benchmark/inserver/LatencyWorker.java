package dev.outwork.it.benchmark.inserver;

import dev.outwork.api.worker.ExternalTaskExecution;
import dev.outwork.api.worker.ExternalTaskListener;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;

/** Tells when it is called. */
@MessageDriven(
    activationConfig =
        @ActivationConfigProperty(propertyName = "topicName", propertyValue = "latency"))
public class LatencyWorker implements ExternalTaskListener {
  @Inject private Calls calls;

  @Override
  public void onTask(ExternalTaskExecution execution) {
    long now = System.nanoTime();
    calls.of(execution.task().processInstanceId()).complete(now);
  }
}
