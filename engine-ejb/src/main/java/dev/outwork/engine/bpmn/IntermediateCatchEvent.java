package dev.outwork.engine.bpmn;

import java.util.List;
import java.util.Set;

/**
 * Intermediate catch event (BPMN 2.0, chapter 10.5.4): waits until its trigger happens. After an
 * event-based gateway, the gateway waits in its stead.
 */
public record IntermediateCatchEvent(NodeInfo info, Trigger trigger) implements CatchingNode {
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
