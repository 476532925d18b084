package dev.outwork.engine.token;

import dev.outwork.engine.bpmn.CatchingNode;
import dev.outwork.engine.bpmn.ConditionalTrigger;
import dev.outwork.engine.variable.Variables.Touch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Conditional events (BPMN 2.0, chapter 10.5.5): looked at when what they happen to begins, and for
 * each change of a variable that it sees, before the next step of the token that has changed it.
 */
final class Conditionals {
  private final Tokens tokens;

  /** An activity under way, a condition that it listens for, and the scopes that it sees. */
  private record Watched(Activity owner, CatchingNode event, List<String> scopes) {
    ConditionalTrigger trigger() {
      return (ConditionalTrigger) event.trigger();
    }

    boolean isConcernedBy(Touch touch) {
      ConditionalTrigger trigger = trigger();
      return scopes.contains(touch.scopeId())
          && (trigger.variableName() == null || trigger.variableName().equals(touch.name()))
          && (trigger.variableEvents().isEmpty()
              || trigger.variableEvents().contains(touch.event()));
    }
  }

  Conditionals(Tokens tokens) {
    this.tokens = tokens;
  }

  /**
   * An activity, or the instance itself, has begun: what is true now happens at once.
   *
   * @return whether that leaves nothing to do for it
   */
  boolean begins(Activity owner) {
    for (CatchingNode event : owner.running().model().conditionalEventsOf(owner.node().id())) {
      happenIfTrue(owner, event);
    }
    return !owner.isInside() || Watch.isInterruptedInside(owner);
  }

  /**
   * What has become true with the variables that were changed since the last time happens, once for
   * each change: what is around before what is inside.
   */
  void variablesHaveChanged(Running running) {
    happen(running, () -> {});
  }

  /**
   * The same for a change from outside: one comes to rest before the next is looked at.
   *
   * @param moveOn lets everything come to rest
   */
  void variablesHaveChangedFromOutside(Running running, Runnable moveOn) {
    happen(running, moveOn);
  }

  /** The same, and whether that leaves an activity nothing to do. */
  boolean take(Activity activity) {
    return happen(activity.running(), () -> {}) && isTaken(activity);
  }

  boolean takeFromOutside(Activity activity, Runnable moveOn) {
    return happen(activity.running(), moveOn) && isTaken(activity);
  }

  // A scope in which something has begun is not done yet.
  private static boolean isTaken(Activity activity) {
    return !activity.isIn(Activity.Phase.UNDER_WAY)
        || !activity.running().activities().underWayIn(activity).isEmpty();
  }

  private boolean happen(Running running, Runnable afterEach) {
    if (!running.model().hasConditions()) {
      return false;
    }
    List<Touch> touches = running.variables().takeTouches();
    if (touches.isEmpty() || running.hasEnded()) {
      return false;
    }
    boolean anything = false;
    List<Watched> watched = watched(running);
    for (Touch touch : touches) {
      boolean happened = happen(watched, touch, afterEach);
      watched = happened ? watched(running) : watched;
      anything |= happened;
    }
    return anything;
  }

  private boolean happen(List<Watched> watched, Touch touch, Runnable afterEach) {
    boolean anything = false;
    for (Watched each : watched) {
      if (each.isConcernedBy(touch) && happenIfTrue(each.owner(), each.event())) {
        afterEach.run();
        anything = true;
      }
    }
    return anything;
  }

  private static List<Watched> watched(Running running) {
    List<Watched> watched = new ArrayList<>();
    Watch.owners(running)
        .forEach(
            owner ->
                running
                    .model()
                    .conditionalEventsOf(owner.node().id())
                    .forEach(
                        event ->
                            watched.add(
                                new Watched(
                                    owner, event, running.activities().scopesFrom(owner.id())))));
    watched.sort(Comparator.comparingInt(each -> each.scopes().size()));
    return watched;
  }

  private boolean happenIfTrue(Activity owner, CatchingNode event) {
    Running running = owner.running();
    if (running.hasEnded()
        || !owner.isInside()
        || !new Watch(owner, event).isOpen()
        || !holds(owner, event)) {
      return false;
    }
    event.occur(tokens.at(owner));
    return true;
  }

  private static boolean holds(Activity owner, CatchingNode event) {
    ConditionalTrigger trigger = (ConditionalTrigger) event.trigger();
    return Evaluator.of(owner.running())
        .holdsByNow(trigger.condition(), "the condition of " + event.info(), owner);
  }
}
