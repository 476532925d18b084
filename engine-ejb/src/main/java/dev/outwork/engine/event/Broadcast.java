package dev.outwork.engine.event;

import dev.outwork.engine.instance.Instance;
import dev.outwork.engine.instance.SentSignal;
import dev.outwork.engine.instance.Subscription.Type;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Tells others of a signal that a process has thrown: a job for each, so that one who fails is told
 * again alone.
 */
@ApplicationScoped
class Broadcast {
  private final ReceiverStore receivers;

  /** For the container's proxy. */
  protected Broadcast() {
    this(null);
  }

  @Inject
  Broadcast(ReceiverStore receivers) {
    this.receivers = receivers;
  }

  /**
   * @param thrower has heard it itself
   */
  void send(Instance thrower, SentSignal signal) {
    List<Receiver> others =
        Stream.concat(
                receivers.waitingForSignal(signal.name()).stream(),
                receivers.startingBy(Type.SIGNAL, signal.name()).stream())
            .filter(receiver -> !thrower.id().equals(receiver.processInstanceId()))
            .filter(receiver -> isHeardBy(receiver, thrower))
            .toList();
    if (!others.isEmpty()) {
      throw new UnsupportedOperationException("Jobs");
    }
  }

  // What belongs to no tenant is shared by all of them.
  private static boolean isHeardBy(Receiver receiver, Instance thrower) {
    return receiver.tenantId() == null
        || Objects.equals(receiver.tenantId(), thrower.tenantId());
  }
}
