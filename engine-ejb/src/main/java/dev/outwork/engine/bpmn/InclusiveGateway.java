package dev.outwork.engine.bpmn;

/**
 * Inclusive gateway (BPMN 2.0, chapter 10.6.3): waits for every token that can still come, then
 * sends one along each way that is open. When no more can come is the rule of {@link
 * InclusiveJoin}.
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
