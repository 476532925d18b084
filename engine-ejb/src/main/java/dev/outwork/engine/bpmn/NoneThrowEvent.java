package dev.outwork.engine.bpmn;

/** None throw event (BPMN 2.0, chapter 10.5.4): marks that a state is reached. */
public record NoneThrowEvent(NodeInfo info) implements FlowNode {
  @Override
  public void enter(Token token) {
    token.workIsDone();
  }
}
