package dev.outwork.engine.instance;

import dev.outwork.engine.bpmn.ConditionalTrigger;
import dev.outwork.engine.variable.Variables.Touch;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Conditional events (BPMN 2.0, chapter 10.5.5): looked at when nothing moves any more, those that
 * this transaction has begun to wait for and those whose variables it has changed. An event that
 * does not interrupt happens at most once in a transaction.
 */
final class Conditionals {
  private final Journey journey;
  private final Set<Watch> happened = new HashSet<>();

  Conditionals(Journey journey) {
    this.journey = journey;
  }

  /** Whether a condition has become true, so that something moves again. */
  boolean anyHappens(Running running) {
    if (!running.model().hasConditions() || running.hasEnded()) {
      return false;
    }
    List<Touch> touched = running.variables().touched();
    for (Watch watch : Watch.in(running)) {
      if (watch.event().trigger() instanceof ConditionalTrigger trigger
          && !happened.contains(watch)
          && isToBeAsked(watch, trigger, touched)
          && holds(watch, trigger)) {
        happened.add(watch);
        watch.event().occur(new TokenAt(journey, watch.owner()));
        return true;
      }
    }
    return false;
  }

  private boolean isToBeAsked(Watch watch, ConditionalTrigger trigger, List<Touch> touched) {
    boolean justBegun =
        journey.lifeCycle().hasBegun(watch.owner())
            || (watch.owner().isRoot() && watch.owner().running().isNew());
    if (justBegun) {
      return true;
    }
    List<String> seen = watch.owner().running().activities().scopesFrom(watch.owner().id());
    return touched.stream()
        .anyMatch(touch -> seen.contains(touch.scopeId()) && concerns(touch, trigger));
  }

  private static boolean concerns(Touch touch, ConditionalTrigger trigger) {
    return (trigger.variableName() == null || trigger.variableName().equals(touch.name()))
        && (trigger.variableEvents().isEmpty() || trigger.variableEvents().contains(touch.event()));
  }

  private static boolean holds(Watch watch, ConditionalTrigger trigger) {
    return watch
        .owner()
        .running()
        .evaluator()
        .holdsByNow(trigger.condition(), "the condition of " + watch.event().info(), watch.owner());
  }
}
