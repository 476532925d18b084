package dev.outwork.engine.bpmn;

/**
 * Embedded sub-process or transaction (BPMN 2.0, chapter 10.3.5): done when the last token inside
 * has ended. What makes a transaction different stands with {@link CancelEndEvent}.
 *
 * @param startId id of the start event inside
 */
public record SubProcess(NodeInfo info, String startId, String compensates) implements FlowNode {
  @Override
  public void enter(Token token) {
    token.beginInside(startId);
  }
}
