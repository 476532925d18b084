package dev.outwork.engine.token;

import dev.outwork.api.variable.TypedValue;
import java.util.Map;
import java.util.Set;

/**
 * A signal that an instance has thrown.
 *
 * @param ownReceivers those of its own instance that have not received it yet
 */
public record SentSignal(
    String name, Map<String, TypedValue> variables, Set<SubscriptionOrder> ownReceivers) {
  public SentSignal {
    variables = Map.copyOf(variables);
    ownReceivers = Set.copyOf(ownReceivers);
  }

  /** A signal that its own instance has received already. */
  public SentSignal(String name, Map<String, TypedValue> variables) {
    this(name, variables, Set.of());
  }
}
