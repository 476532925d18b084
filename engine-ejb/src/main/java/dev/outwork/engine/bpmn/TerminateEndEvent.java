package dev.outwork.engine.bpmn;

/** Terminate end event (BPMN 2.0, chapter 10.5.3): ends its scope with all tokens in it. */
public record TerminateEndEvent(NodeInfo info) implements FlowNode {
  @Override
  public void enter(Token token) {
    token.cancelOthers();
    token.workIsDone();
  }
}
