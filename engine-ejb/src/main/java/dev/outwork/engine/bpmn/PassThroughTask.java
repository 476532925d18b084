package dev.outwork.engine.bpmn;

/**
 * Manual or undefined task (BPMN 2.0, chapter 10.3.3): work that the engine does not know about, so
 * it goes on.
 */
public record PassThroughTask(NodeInfo info, String compensates) implements FlowNode {
  @Override
  public void enter(Token token) {
    token.workIsDone();
  }
}
