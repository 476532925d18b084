package dev.outwork.engine.event;

import dev.outwork.api.event.MessagePayload;
import dev.outwork.engine.deployment.DefinitionStore;
import dev.outwork.engine.inject.Collaborator;
import dev.outwork.engine.instance.Starts;
import dev.outwork.engine.job.JobHandler;
import dev.outwork.engine.job.JobRow;
import dev.outwork.engine.job.JobType;
import dev.outwork.engine.token.Instance;
import dev.outwork.engine.token.SentSignal;
import dev.outwork.engine.token.SubscriptionOrder.Type;
import jakarta.inject.Inject;

/** Delivers a thrown signal to one receiver, unless its subscription has ended. */
@Collaborator
public class SignalJob implements JobHandler {
  private final ReceiverStore receivers;
  private final Delivery delivery;
  private final DefinitionStore definitions;
  private final Starts starts;

  @Inject
  SignalJob(
      ReceiverStore receivers, Delivery delivery, DefinitionStore definitions, Starts starts) {
    this.receivers = receivers;
    this.delivery = delivery;
    this.definitions = definitions;
    this.starts = starts;
  }

  @Override
  public boolean handles(JobType type) {
    return type == JobType.SIGNAL;
  }

  @Override
  public void run(JobRow job, Instance instance) {
    SentSignal signal = SignalPayload.read(job.payload());
    if (instance == null) {
      definitions
          .find(job.processDefinitionId())
          .ifPresent(
              definition -> starts.start(definition, job.activityId(), null, signal.variables()));
      return;
    }
    receivers.ofExecution(job.executionId(), Type.SIGNAL, signal.name()).stream()
        .filter(receiver -> receiver.activityId().equals(job.activityId()))
        .findFirst()
        .ifPresent(
            receiver ->
                delivery.happen(instance, receiver, MessagePayload.variables(signal.variables())));
  }
}
