package dev.outwork.engine.bpmn;

/**
 * Escalation throw or end event (BPMN 2.0, chapters 10.5.3 and 10.5.4): notifies an outer scope,
 * and continues unless that interrupts it.
 */
public record EscalationThrowEvent(NodeInfo info, String code) implements FlowNode {
  @Override
  public void enter(Token token) {
    token.raise(Thrown.escalation(code));
    if (token.isUnderWay()) {
      token.workIsDone();
    }
  }
}
