package dev.outwork.engine.event;

import dev.outwork.api.deployment.ParseException;
import dev.outwork.api.deployment.ProcessDefinition;
import dev.outwork.engine.bpmn.ConditionalTrigger;
import dev.outwork.engine.bpmn.MessageTrigger;
import dev.outwork.engine.bpmn.ProcessModel;
import dev.outwork.engine.bpmn.SignalTrigger;
import dev.outwork.engine.bpmn.StartEvent;
import dev.outwork.engine.bpmn.TimerTrigger;
import dev.outwork.engine.bpmn.Trigger;
import dev.outwork.engine.expression.Expression;
import dev.outwork.engine.expression.Names;
import dev.outwork.engine.token.SubscriptionOrder.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The subscriptions of a definition's start events; their names are evaluated without variables.
 */
final class StartListeners {
  private final ProcessDefinition definition;
  private final Instant now;
  private final List<SubscriptionRow> rows = new ArrayList<>();

  private StartListeners(ProcessDefinition definition, Instant now) {
    this.definition = definition;
    this.now = now;
  }

  /** Throws {@link ParseException} if a name cannot be evaluated. */
  static List<SubscriptionRow> of(ProcessDefinition definition, ProcessModel model, Instant now) {
    StartListeners listeners = new StartListeners(definition, now);
    model.startEvents().forEach(start -> start.trigger().arm(listeners.new At(start)));
    return List.copyOf(listeners.rows);
  }

  /** One start event. */
  private final class At implements Trigger.Watcher {
    private final StartEvent start;

    At(StartEvent start) {
      this.start = start;
    }

    @Override
    public void message(MessageTrigger message) {
      listen(Type.MESSAGE, name(message.name(), "message"));
    }

    @Override
    public void signal(SignalTrigger signal) {
      listen(Type.SIGNAL, name(signal.name(), "signal"));
    }

    @Override
    public void condition(ConditionalTrigger condition) {
      listen(Type.CONDITIONAL, null);
    }

    // A job waits for it.
    @Override
    public void timer(TimerTrigger timer) {}

    private void listen(Type type, String name) {
      rows.add(SubscriptionRow.ofStart(definition, start.id(), type, name, now));
    }

    // The reader has checked that it can be evaluated without variables.
    private String name(Expression expression, String what) {
      String name = String.valueOf(expression.evaluate(Names.NONE));
      EventNames.problemOf(name)
          .ifPresent(
              problem -> {
                throw refused(
                    definition,
                    start.id(),
                    "Cannot start process '%s' at '%s' by a %s: its name is not valid: %s"
                        .formatted(definition.key(), start.id(), what, problem));
              });
      return name;
    }
  }

  /** The reason why a start event cannot be deployed. */
  static ParseException refused(ProcessDefinition definition, String startId, String message) {
    return new ParseException(
        definition.resource(),
        List.of(new ParseException.Problem(message, 0, 0, List.of(startId))),
        List.of());
  }
}
