package dev.outwork.engine.bpmn;

import dev.outwork.engine.expression.Expression;
import java.util.Set;

/** A signal with this name, which everybody hears (BPMN 2.0, chapter 10.5.5). */
public record SignalTrigger(Expression name) implements Trigger {
  @Override
  public void arm(Watcher watcher) {
    watcher.signal(this);
  }

  /** A signal that another process throws comes by a job. */
  @Override
  public Set<Wait> waits() {
    return Set.of(Wait.SUBSCRIPTION, Wait.JOB);
  }
}
