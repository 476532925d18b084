package dev.outwork.engine.bpmn;

import dev.outwork.engine.expression.Condition;
import java.util.Set;

/**
 * A condition on variables that becomes true (BPMN 2.0, chapter 10.5.5).
 *
 * @param variableName evaluated only when this variable changes; null for any
 * @param variableEvents evaluated only for these changes: {@code create}, {@code update}, {@code
 *     delete}; empty for all
 */
public record ConditionalTrigger(
    Condition condition, String variableName, Set<String> variableEvents) implements Trigger {
  public ConditionalTrigger {
    variableEvents = Set.copyOf(variableEvents);
  }

  @Override
  public void arm(Watcher watcher) {
    watcher.condition(this);
  }

  @Override
  public Set<Wait> waits() {
    return Set.of(Wait.SUBSCRIPTION);
  }
}
