package dev.outwork.engine.bpmn;

import java.util.List;

/**
 * Exclusive gateway (BPMN 2.0, chapter 10.6.2): takes the first flow whose condition is true,
 * otherwise the default flow.
 */
public record ExclusiveGateway(NodeInfo info) implements FlowNode {
  @Override
  public void enter(Token token) {
    token.workIsDone();
  }

  @Override
  public void leave(Token token) {
    if (info.outgoing().flows().isEmpty()) {
      token.leave(List.of());
      return;
    }
    SequenceFlow way =
        info.outgoing().firstThatHolds(token).orElseThrow(() -> Outgoing.noWayOut(this));
    token.leave(List.of(way));
  }
}
