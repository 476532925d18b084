package dev.outwork.engine.token;

import dev.outwork.engine.bpmn.CatchingNode;
import dev.outwork.engine.bpmn.EventSubProcess;
import java.util.List;
import java.util.stream.Stream;

/** A running activity, and an event that can occur for it. */
record Watch(Activity owner, CatchingNode event) {

  /** All events that can occur in an instance now. */
  static List<Watch> in(Running running) {
    return owners(running)
        .flatMap(
            owner ->
                running.model().eventsOf(owner.node()).stream()
                    .map(event -> new Watch(owner, event)))
        .filter(Watch::isOpen)
        .toList();
  }

  /**
   * Everything in an instance that can have events: the instance itself, and its running
   * activities.
   */
  static Stream<Activity> owners(Running running) {
    return Stream.concat(Stream.of(running.root()), running.activities().underWay().stream())
        .filter(activity -> activity.isIn(Activity.Phase.UNDER_WAY));
  }

  /** An interrupting event sub-process is the last one that starts in its scope. */
  boolean isOpen() {
    return !(event instanceof EventSubProcess) || !isInterruptedInside(owner);
  }

  /** Whether an event sub-process has interrupted a scope. */
  static boolean isInterruptedInside(Activity scope) {
    return scope.running().activities().underWayIn(scope).stream()
        .anyMatch(
            inside -> inside.node() instanceof EventSubProcess event && event.isInterrupting());
  }
}
