package dev.outwork.engine.token;

import dev.outwork.engine.bpmn.CatchingNode;
import dev.outwork.engine.bpmn.EventSubProcess;
import java.util.List;
import java.util.stream.Stream;

/** An activity under way, and an event that can happen to it. */
record Watch(Activity owner, CatchingNode event) {

  /** Everything that can happen in an instance now. */
  static List<Watch> in(Running running) {
    return owners(running)
        .flatMap(
            owner ->
                running.model().eventsOf(owner.node()).stream()
                    .map(event -> new Watch(owner, event)))
        .filter(Watch::isOpen)
        .toList();
  }

  /** Everything in an instance to which something can happen: itself, and what is under way. */
  static Stream<Activity> owners(Running running) {
    return Stream.concat(Stream.of(running.root()), running.activities().underWay().stream())
        .filter(activity -> activity.isIn(Activity.Phase.UNDER_WAY));
  }

  /** An event sub-process that interrupts is the last that begins in its scope. */
  boolean isOpen() {
    return !(event instanceof EventSubProcess) || !isInterruptedInside(owner);
  }

  /** Whether an event sub-process has ended everything else in a scope. */
  static boolean isInterruptedInside(Activity scope) {
    return scope.running().activities().underWayIn(scope).stream()
        .anyMatch(
            inside -> inside.node() instanceof EventSubProcess event && event.isInterrupting());
  }
}
