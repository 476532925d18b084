package dev.outwork.engine.bpmn;

/**
 * Cancel end event (BPMN 2.0, chapter 10.5.3): ends all other tokens in the transaction,
 * compensates its completed activities, then leaves it by its cancel boundary event.
 */
public record CancelEndEvent(NodeInfo info) implements FlowNode {
  @Override
  public void enter(Token token) {
    token.cancelOthers();
    if (!token.compensate(null)) {
      token.workIsDone();
    }
  }

  @Override
  public void leave(Token token) {
    if (!token.raise(Thrown.CANCEL)) {
      throw token.stuck("its transaction has no cancel boundary event");
    }
  }
}
