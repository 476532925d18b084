package dev.outwork.engine.token;

import dev.outwork.api.instance.ActivityInstance;
import dev.outwork.api.instance.ActivityInstance.ActivityIncident;
import dev.outwork.api.instance.ActivityInstance.TransitionInstance;
import java.util.List;
import java.util.Map;

/**
 * The running activities of an instance, as a tree (docs/rest-api.md, "Activity instance tree").
 */
public final class ActivityTree {
  private final Running running;
  private final Map<String, List<ActivityIncident>> incidents;

  /**
   * @param incidents those that are open, by the execution at which they are
   */
  public ActivityTree(Running running, Map<String, List<ActivityIncident>> incidents) {
    this.running = running;
    this.incidents = incidents;
  }

  public ActivityInstance tree() {
    return node(running.root(), null);
  }

  private ActivityInstance node(Activity activity, String parentId) {
    String id = activity.activityInstanceId();
    List<Activity> inside = running.activities().underWayIn(activity);
    return new ActivityInstance(
        id,
        parentId,
        activity.isRoot() ? running.model().key() : activity.node().id(),
        activity.isRoot() ? running.model().info().name() : activity.node().info().name(),
        activity.isRoot() ? "processDefinition" : activity.node().info().activityType(),
        running.instance().id(),
        running.instance().definitionId(),
        List.of(activity.id()),
        incidents.getOrDefault(activity.id(), List.of()),
        inside.stream()
            .filter(child -> child.isIn(Activity.Phase.UNDER_WAY))
            .map(child -> node(child, id))
            .toList(),
        inside.stream()
            .filter(child -> !child.isIn(Activity.Phase.UNDER_WAY))
            .map(child -> transition(child, id))
            .toList());
  }

  private TransitionInstance transition(Activity activity, String parentId) {
    return new TransitionInstance(
        activity.activityInstanceId(),
        parentId,
        activity.node().id(),
        activity.node().info().name(),
        activity.node().info().activityType(),
        running.instance().id(),
        running.instance().definitionId(),
        activity.id(),
        incidents.getOrDefault(activity.id(), List.of()));
  }
}
