package dev.outwork.engine.bpmn;

import java.util.List;

/**
 * None end event (BPMN 2.0, chapter 10.5.3): the token ends; the scope ends with its last token.
 */
public record EndEvent(NodeInfo info) implements FlowNode {
  @Override
  public void enter(Token token) {
    token.workIsDone();
  }

  @Override
  public void leave(Token token) {
    token.leave(List.of());
  }
}
