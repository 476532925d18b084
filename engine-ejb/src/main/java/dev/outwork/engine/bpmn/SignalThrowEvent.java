package dev.outwork.engine.bpmn;

import dev.outwork.engine.expression.Expression;
import java.util.List;

/**
 * Signal throw or end event (BPMN 2.0, chapters 10.5.3 and 10.5.4): broadcasts a signal, and
 * continues unless that interrupts it.
 *
 * @param payload variables of the signal ({@code camunda:in})
 * @param isAsync whether its own instance receives it in transactions of their own as well
 */
public record SignalThrowEvent(
    NodeInfo info, Expression name, List<Mapping> payload, boolean isAsync) implements FlowNode {
  public SignalThrowEvent {
    payload = List.copyOf(payload);
  }

  @Override
  public void enter(Token token) {
    token.signal(this);
    if (token.isUnderWay()) {
      token.workIsDone();
    }
  }
}
