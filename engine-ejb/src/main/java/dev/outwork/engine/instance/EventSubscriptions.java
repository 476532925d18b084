package dev.outwork.engine.instance;

import dev.outwork.engine.token.Compensable;
import dev.outwork.engine.token.Instance;
import dev.outwork.engine.token.SentSignal;
import dev.outwork.engine.token.SubscriptionOrder;
import java.util.Collection;
import java.util.List;

/** Messages, signals, conditions and completed activities that may be undone. */
public interface EventSubscriptions extends Waits.OfEvents<SubscriptionOrder> {
  /** What can be undone in an instance, in the order in which it was completed. */
  List<Compensable> compensables(String processInstanceId);

  /** Keeps what can be undone. */
  void keep(Instance instance, List<Compensable> compensables);

  /** Forgets what is being undone, or can be undone no more. */
  void forget(Collection<String> compensableIds);

  /**
   * Who listens for a signal in other instances, or starts with it, is told in a transaction of its
   * own, soon after this one.
   *
   * @param thrower an instance, which has been told
   */
  void broadcast(Instance thrower, List<SentSignal> signals);
}
