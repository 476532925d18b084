package dev.outwork.engine.bpmn;

/**
 * Manual or undefined task (BPMN 2.0, chapter 10.3.3): work outside the engine, so the token
 * continues.
 */
public record PassThroughTask(NodeInfo info, String compensates) implements FlowNode {
  @Override
  public void enter(Token token) {
    token.workIsDone();
  }
}
