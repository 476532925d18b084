package dev.outwork.engine.bpmn;

/**
 * None start event (BPMN 2.0, chapter 10.5.2): where the token of a process or sub-process begins.
 */
public record StartEvent(NodeInfo info) implements FlowNode {
  @Override
  public void enter(Token token) {
    leave(token);
  }
}
