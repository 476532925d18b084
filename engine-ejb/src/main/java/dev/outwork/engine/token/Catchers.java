package dev.outwork.engine.token;

import dev.outwork.api.Texts;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.bpmn.CatchingNode;
import dev.outwork.engine.bpmn.FlowNode;
import dev.outwork.engine.bpmn.Thrown;
import dev.outwork.engine.bpmn.Trigger;
import dev.outwork.engine.variable.Values;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Logger;

/**
 * Finds the event that catches an error, an escalation or a cancellation: from the inside to the
 * outside, an event sub-process of a scope before the boundary events of the scope, and through
 * call activities (BPMN 2.0, chapter 10.5.6; docs/rest-api.md, "Propagation of BPMN errors").
 */
final class Catchers {
  private static final Logger LOG = Logger.getLogger(Catchers.class.getName());

  private final Tokens tokens;
  private final Callers callers;

  Catchers(Tokens tokens, Callers callers) {
    this.tokens = tokens;
    this.callers = callers;
  }

  /** Returns whether it was caught. */
  boolean raise(Activity origin, Thrown thrown) {
    Activity at = origin;
    FlowNode cameFrom = null;
    while (true) {
      Running running = at.running();
      Optional<? extends CatchingNode> inside =
          best(running.model().eventSubProcessesOf(at.node().id()), thrown, cameFrom);
      if (inside.isPresent()) {
        occur(at, inside.get(), thrown, running.activities().scopesFrom(at.id()));
        return true;
      }
      Optional<? extends CatchingNode> around =
          best(running.model().boundaryEventsOf(at.node().id()), thrown, null);
      if (around.isPresent()) {
        occur(at, around.get(), thrown, running.activities().scopesFrom(at.parentId()));
        return true;
      }
      Optional<Activity> outer = outer(at);
      if (outer.isEmpty()) {
        break;
      }
      cameFrom = at.node();
      at = outer.get();
    }
    LOG.info(
        () ->
            "%s '%s' raised by '%s' of process instance '%s' is not caught"
                .formatted(
                    thrown.kind(),
                    Texts.inOneLine(thrown.code()),
                    origin.node().id(),
                    origin.running().instance().id()));
    return false;
  }

  // An event for the particular code takes precedence over one for all codes. An event sub-process
  // does not catch again what is thrown inside it.
  private static <N extends CatchingNode> Optional<N> best(
      List<N> events, Thrown thrown, FlowNode cameFrom) {
    List<N> catching =
        events.stream()
            .filter(event -> event != cameFrom)
            .filter(event -> event.trigger().catches(thrown))
            .toList();
    return catching.stream()
        .filter(event -> event.trigger().isSpecific())
        .findFirst()
        .or(() -> catching.stream().findFirst());
  }

  private Optional<Activity> outer(Activity at) {
    return at.isRoot()
        ? callers.givenBackBy(at.running())
        : Optional.of(at.running().activities().parentOf(at));
  }

  private void occur(Activity at, CatchingNode event, Thrown thrown, List<String> chain) {
    event.occur(tokens.at(at));
    Trigger.Captured captured = event.trigger().captured();
    put(at.running(), chain, captured.codeVariable(), thrown.code());
    put(at.running(), chain, captured.messageVariable(), thrown.message());
  }

  private static void put(Running running, List<String> chain, String name, String value) {
    if (name != null) {
      TypedValue typed = Values.fromExpression(value);
      running.variables().setAll(chain, Map.of(name, typed));
    }
  }
}
