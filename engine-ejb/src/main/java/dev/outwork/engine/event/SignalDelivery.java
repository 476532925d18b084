package dev.outwork.engine.event;

import dev.outwork.api.event.MessagePayload;
import dev.outwork.api.event.TenantMatch;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.inject.Collaborator;
import dev.outwork.engine.right.ProcessRights;
import dev.outwork.engine.right.Verb;
import dev.outwork.engine.token.SubscriptionOrder.Type;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Delivers a signal to all receivers that the sender may operate on, in one transaction. */
@Collaborator
@Dependent
class SignalDelivery {
  private final ReceiverStore receivers;
  private final Delivery delivery;

  @Inject
  SignalDelivery(ReceiverStore receivers, Delivery delivery) {
    this.receivers = receivers;
    this.delivery = delivery;
  }

  void toAll(
      String name, TenantMatch tenant, Map<String, TypedValue> variables, ProcessRights rights) {
    Predicate<Receiver> isReached =
        receiver ->
            tenant.includes(receiver.tenantId())
                && rights.allow(Verb.OPERATE, receiver.definitionKey());
    // Subscriptions created during the delivery did not exist when the signal was sent.
    List<Receiver> starting = receivers.startingBy(Type.SIGNAL, name);
    receivers.waitingForSignal(name).stream()
        .filter(isReached)
        .sorted(Receiver.IN_ORDER_OF_ROOTS)
        .forEach(receiver -> delivery.toWaiting(receiver, MessagePayload.variables(variables)));
    starting.stream()
        .filter(isReached)
        .forEach(receiver -> delivery.toStart(receiver, null, variables));
  }
}
