package dev.outwork.engine.token;

import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.bpmn.SignalThrowEvent;
import dev.outwork.engine.bpmn.SignalTrigger;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Sends signals that a process throws: its own instance receives them at once unless they are
 * asynchronous, all others in transactions of their own, so that no transaction ever locks two call
 * hierarchies.
 */
final class Signals {
  private final Tokens tokens;

  Signals(Tokens tokens) {
    this.tokens = tokens;
  }

  void send(SignalThrowEvent event, Activity thrower) {
    Running running = thrower.running();
    String name =
        Evaluator.of(running).name(event.name(), "the signal name of " + event.info(), thrower);
    Map<String, TypedValue> payload = Mappings.values(event.payload(), thrower);
    List<Watch> receivers = receivers(running, name);
    if (event.isAsync()) {
      running.orders().send(new SentSignal(name, payload, subscriptions(receivers, name)));
      return;
    }
    running.orders().send(new SentSignal(name, payload));
    receivers.forEach(watch -> deliver(watch, payload));
  }

  private static List<Watch> receivers(Running running, String name) {
    return Watch.in(running).stream()
        .filter(watch -> watch.event().trigger() instanceof SignalTrigger)
        .filter(watch -> name.equals(nameOf(watch)))
        .toList();
  }

  private static Set<SubscriptionOrder> subscriptions(List<Watch> receivers, String name) {
    return receivers.stream()
        .map(
            watch ->
                new SubscriptionOrder(
                    watch.owner().id(),
                    watch.event().eventId(),
                    SubscriptionOrder.Type.SIGNAL,
                    name))
        .collect(Collectors.toSet());
  }

  private static String nameOf(Watch watch) {
    SignalTrigger signal = (SignalTrigger) watch.event().trigger();
    return Evaluator.of(watch.owner().running())
        .name(signal.name(), "the signal name of " + watch.event().info(), watch.owner());
  }

  private void deliver(Watch watch, Map<String, TypedValue> payload) {
    // An earlier receiver may have cancelled it.
    if (watch.owner().isIn(Activity.Phase.UNDER_WAY)) {
      Running running = watch.owner().running();
      running.variables().setAll(running.activities().scopesFrom(watch.owner().id()), payload);
      watch.event().occur(tokens.at(watch.owner()));
    }
  }
}
