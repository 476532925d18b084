package dev.outwork.engine.bpmn;

/** Link catch event (BPMN 2.0, chapter 10.5.4): target of the link events with its name. */
public record LinkCatchEvent(NodeInfo info) implements FlowNode {
  @Override
  public void enter(Token token) {
    token.workIsDone();
  }
}
