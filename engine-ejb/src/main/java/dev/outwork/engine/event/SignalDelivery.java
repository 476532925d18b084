package dev.outwork.engine.event;

import dev.outwork.api.event.MessagePayload;
import dev.outwork.api.event.TenantMatch;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.inject.Collaborator;
import dev.outwork.engine.token.SubscriptionOrder.Type;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** Delivers a signal to all its receivers, in one transaction. */
@Collaborator
class SignalDelivery {
  private final ReceiverStore receivers;
  private final Delivery delivery;

  @Inject
  SignalDelivery(ReceiverStore receivers, Delivery delivery) {
    this.receivers = receivers;
    this.delivery = delivery;
  }

  void toAll(String name, TenantMatch tenant, Map<String, TypedValue> variables) {
    // Subscriptions created during the delivery did not exist when the signal was sent.
    List<Receiver> starting = receivers.startingBy(Type.SIGNAL, name);
    receivers.waitingForSignal(name).stream()
        .filter(receiver -> tenant.includes(receiver.tenantId()))
        .sorted(Receiver.IN_ORDER_OF_ROOTS)
        .forEach(receiver -> delivery.toWaiting(receiver, MessagePayload.variables(variables)));
    starting.stream()
        .filter(receiver -> tenant.includes(receiver.tenantId()))
        .forEach(receiver -> delivery.toStart(receiver, null, variables));
  }
}
