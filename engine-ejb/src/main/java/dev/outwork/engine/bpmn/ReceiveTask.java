package dev.outwork.engine.bpmn;

import java.util.List;
import java.util.Set;

/**
 * Receive task (BPMN 2.0, chapter 10.3.3): waits for a message; without one, for a signal to the
 * execution.
 */
public record ReceiveTask(NodeInfo info, Trigger trigger, String compensates)
    implements CatchingNode {
  @Override
  public void enter(Token token) {
    token.listen(this);
  }

  @Override
  public void occur(Token owner) {
    owner.continueAt(this);
  }

  @Override
  public Set<Wait> waits() {
    return trigger.waits();
  }

  @Override
  public List<CatchingNode> awaits() {
    return List.of(this);
  }
}
