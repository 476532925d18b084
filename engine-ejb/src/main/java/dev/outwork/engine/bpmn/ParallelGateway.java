package dev.outwork.engine.bpmn;

/**
 * Parallel gateway (BPMN 2.0, chapter 10.6.4): waits for as many tokens as it has incoming flows,
 * then sends one along every outgoing flow.
 */
public record ParallelGateway(NodeInfo info) implements FlowNode {
  @Override
  public void enter(Token token) {
    int needed = Math.max(1, info.incoming().size());
    if (token.arrivals() < needed) {
      return;
    }
    token.join(needed);
    token.workIsDone();
  }

  @Override
  public void leave(Token token) {
    token.leave(info.outgoing().flows());
  }
}
