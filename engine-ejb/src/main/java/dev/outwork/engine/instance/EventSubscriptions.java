package dev.outwork.engine.instance;

import dev.outwork.engine.token.Compensable;
import dev.outwork.engine.token.Instance;
import dev.outwork.engine.token.SentSignal;
import dev.outwork.engine.token.SubscriptionOrder;
import java.util.Collection;
import java.util.List;

/** Subscriptions to messages, signals, conditions and compensation. */
public interface EventSubscriptions extends Waits.OfEvents<SubscriptionOrder> {
  /** The compensable activities of an instance, in the order of their completion. */
  List<Compensable> compensables(String processInstanceId);

  /** Stores compensable activities. */
  void keep(Instance instance, List<Compensable> compensables);

  /** Deletes activities that are being compensated, or can no longer be. */
  void forget(Collection<String> compensableIds);

  /**
   * Delivers signals to other instances and start events, each in a transaction of its own, soon
   * after this one.
   *
   * @param thrower the instance that threw the signals, and has received them already
   */
  void broadcast(Instance thrower, List<SentSignal> signals);
}
