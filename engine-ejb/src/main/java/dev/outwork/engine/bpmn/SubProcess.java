package dev.outwork.engine.bpmn;

/**
 * Embedded sub-process (BPMN 2.0, chapter 10.3.5): done when the last token inside has ended.
 *
 * @param startId id of the start event inside
 */
public record SubProcess(NodeInfo info, String startId) implements FlowNode {
  @Override
  public void enter(Token token) {
    token.openScope(this);
  }
}
