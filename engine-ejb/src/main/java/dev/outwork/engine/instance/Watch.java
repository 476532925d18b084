package dev.outwork.engine.instance;

import dev.outwork.engine.bpmn.CatchingNode;
import dev.outwork.engine.bpmn.EventBasedGateway;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** An activity under way, and an event that can happen to it. */
record Watch(Activity owner, CatchingNode event) {

  /** Everything that can happen in an instance now. */
  static List<Watch> in(Running running) {
    List<Watch> watches = new ArrayList<>();
    Stream.concat(Stream.of(running.root()), running.activities().underWay().stream())
        .filter(activity -> activity.isIn(Activity.Phase.UNDER_WAY))
        .forEach(activity -> of(activity).forEach(watches::add));
    return watches;
  }

  private static Stream<Watch> of(Activity activity) {
    Stream<CatchingNode> around =
        activity.running().model().watchedFrom(activity.node().id()).stream();
    return Stream.concat(around, own(activity)).map(event -> new Watch(activity, event));
  }

  private static Stream<CatchingNode> own(Activity activity) {
    if (activity.node() instanceof EventBasedGateway gateway) {
      return gateway.events().stream();
    }
    boolean waits = !activity.node().waits().isEmpty();
    return waits && activity.node() instanceof CatchingNode event
        ? Stream.of(event)
        : Stream.empty();
  }
}
