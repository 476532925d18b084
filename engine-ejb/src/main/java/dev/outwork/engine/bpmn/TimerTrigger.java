package dev.outwork.engine.bpmn;

import dev.outwork.engine.expression.Expression;
import java.util.Set;

/**
 * A point in time (BPMN 2.0, chapter 10.5.5).
 *
 * @param value a value for {@link Schedule#of}, evaluated when the timer is set
 */
public record TimerTrigger(Kind kind, Expression value) implements Trigger {

  /** The three forms of a timer event definition. */
  public enum Kind {
    DATE,
    DURATION,
    CYCLE
  }

  @Override
  public void arm(Watcher watcher) {
    watcher.timer(this);
  }

  @Override
  public Set<Wait> waits() {
    return Set.of(Wait.JOB);
  }
}
