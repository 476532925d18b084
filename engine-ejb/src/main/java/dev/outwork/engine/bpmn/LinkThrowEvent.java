package dev.outwork.engine.bpmn;

import java.util.List;

/**
 * Link throw event (BPMN 2.0, chapter 10.5.4): an invisible sequence flow.
 *
 * @param targetId id of the link catch event with the same link name in the same scope
 */
public record LinkThrowEvent(NodeInfo info, String targetId) implements FlowNode {
  @Override
  public void enter(Token token) {
    token.workIsDone();
  }

  @Override
  public void leave(Token token) {
    token.leave(List.of(new SequenceFlow(null, targetId, null)));
  }
}
