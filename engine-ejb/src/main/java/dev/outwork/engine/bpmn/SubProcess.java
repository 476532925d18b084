package dev.outwork.engine.bpmn;

/**
 * Embedded sub-process or transaction (BPMN 2.0, chapter 10.3.5): completes when the last token
 * inside has ended. {@link CancelEndEvent} has what is special about a transaction.
 *
 * @param startId id of the start event inside
 */
public record SubProcess(NodeInfo info, String startId, String compensates) implements FlowNode {
  @Override
  public void enter(Token token) {
    token.beginInside(startId);
  }
}
