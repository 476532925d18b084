package dev.outwork.engine.token;

import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.bpmn.SignalThrowEvent;
import dev.outwork.engine.bpmn.SignalTrigger;
import java.util.Map;

/**
 * Sends signals that a process throws: its own instance hears at once, all others in transactions
 * of their own, so that no transaction ever waits for the rows of two trees of instances.
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
    running.orders().send(new SentSignal(name, payload));
    Watch.in(running).stream()
        .filter(watch -> watch.event().trigger() instanceof SignalTrigger)
        .filter(watch -> name.equals(nameOf(watch)))
        .toList()
        .forEach(watch -> deliver(watch, payload));
  }

  private static String nameOf(Watch watch) {
    SignalTrigger signal = (SignalTrigger) watch.event().trigger();
    return Evaluator.of(watch.owner().running())
        .name(signal.name(), "the signal name of " + watch.event().info(), watch.owner());
  }

  private void deliver(Watch watch, Map<String, TypedValue> payload) {
    // An earlier receiver may have taken it away.
    if (watch.owner().isIn(Activity.Phase.UNDER_WAY)) {
      Running running = watch.owner().running();
      running.variables().setAll(running.activities().scopesFrom(watch.owner().id()), payload);
      watch.event().occur(tokens.at(watch.owner()));
    }
  }
}
