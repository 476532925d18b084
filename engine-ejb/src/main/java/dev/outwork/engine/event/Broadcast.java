package dev.outwork.engine.event;

import dev.outwork.engine.deployment.Models;
import dev.outwork.engine.inject.Collaborator;
import dev.outwork.engine.instance.AtNode;
import dev.outwork.engine.instance.OfProcess;
import dev.outwork.engine.job.JobQueue;
import dev.outwork.engine.job.JobRow;
import dev.outwork.engine.token.Instance;
import dev.outwork.engine.token.SentSignal;
import dev.outwork.engine.token.SubscriptionOrder;
import dev.outwork.engine.token.SubscriptionOrder.Type;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Delivers a signal that a process has thrown to other receivers: one job for each, so that a
 * failing delivery is retried by itself. {@link SignalJob} executes it.
 */
@Collaborator
@Dependent
class Broadcast {
  private final ReceiverStore receivers;
  private final Models models;
  private final JobQueue jobs;
  private final Clock clock;

  @Inject
  Broadcast(ReceiverStore receivers, Models models, JobQueue jobs, Clock clock) {
    this.receivers = receivers;
    this.models = models;
    this.jobs = jobs;
    this.clock = clock;
  }

  void send(Instance thrower, SentSignal signal) {
    Instant now = clock.instant();
    String payload = SignalPayload.write(signal);
    List<JobRow> told =
        Stream.concat(
                receivers.waitingForSignal(signal.name()).stream(),
                receivers.startingBy(Type.SIGNAL, signal.name()).stream())
            .filter(receiver -> isToldByJob(receiver, thrower, signal))
            .filter(receiver -> isHeardBy(receiver, thrower))
            .map(receiver -> job(receiver, payload, now))
            .toList();
    if (!told.isEmpty()) {
      jobs.add(told, now);
    }
  }

  /** The thrower has received it already, unless it is asynchronous. */
  private static boolean isToldByJob(Receiver receiver, Instance thrower, SentSignal signal) {
    return !thrower.id().equals(receiver.processInstanceId())
        || signal
            .ownReceivers()
            .contains(
                new SubscriptionOrder(
                    receiver.executionId(), receiver.activityId(), Type.SIGNAL, signal.name()));
  }

  // A definition without tenant is shared by all tenants.
  private static boolean isHeardBy(Receiver receiver, Instance thrower) {
    return receiver.tenantId() == null || Objects.equals(receiver.tenantId(), thrower.tenantId());
  }

  private JobRow job(Receiver receiver, String payload, Instant now) {
    String definitionKey = models.of(receiver.processDefinitionId()).definition().key();
    return JobRow.delivery(
        new AtNode(receiver.executionId(), receiver.activityId()),
        new OfProcess(
            receiver.processInstanceId(),
            receiver.processDefinitionId(),
            definitionKey,
            receiver.tenantId()),
        payload,
        now);
  }
}
