package dev.outwork.engine.bpmn;

import dev.outwork.engine.expression.Expression;
import java.util.Set;

/** A message with this name, for this instance alone (BPMN 2.0, chapter 10.5.5). */
public record MessageTrigger(Expression name) implements Trigger {
  @Override
  public void arm(Watcher watcher) {
    watcher.message(this);
  }

  @Override
  public Set<Wait> waits() {
    return Set.of(Wait.SUBSCRIPTION);
  }
}
