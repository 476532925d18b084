package dev.outwork.engine.bpmn;

/**
 * Inclusive gateway (BPMN 2.0, chapter 10.6.3): waits for every token that can still arrive, then
 * sends one along each flow whose condition is true. {@link InclusiveJoin} decides when no more can
 * arrive.
 */
public record InclusiveGateway(NodeInfo info) implements FlowNode {
  @Override
  public void enter(Token token) {
    if (info.incoming().size() <= 1) {
      token.workIsDone();
    } else {
      token.waitForOthers();
    }
  }
}
