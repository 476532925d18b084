package dev.outwork.engine.bpmn;

import dev.outwork.engine.expression.Expression;
import java.util.Set;

/** A signal with this name (BPMN 2.0, chapter 10.5.5). */
public record SignalTrigger(Expression name) implements Trigger {
  @Override
  public void arm(Watcher watcher) {
    watcher.signal(this);
  }

  /** A job delivers a signal that another process throws. */
  @Override
  public Set<Wait> waits() {
    return Set.of(Wait.SUBSCRIPTION, Wait.JOB);
  }
}
