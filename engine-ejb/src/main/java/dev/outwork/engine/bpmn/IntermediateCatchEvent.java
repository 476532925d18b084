package dev.outwork.engine.bpmn;

import java.util.List;
import java.util.Set;

/**
 * Intermediate catch event (BPMN 2.0, chapter 10.5.4): waits for its trigger. After an event-based
 * gateway, the gateway waits in its place.
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
