package dev.outwork.engine.instance;

import dev.outwork.api.instance.ActivityInstance;
import dev.outwork.api.instance.ActivityInstance.ActivityIncident;
import dev.outwork.api.instance.ActivityInstance.TransitionInstance;
import dev.outwork.engine.incident.IncidentStore.OpenIncident;
import java.util.List;

/** The running activities of an instance, as a tree (wire section 6.3, S28). */
final class ActivityTree {
  private final Running running;
  private final List<OpenIncident> incidents;

  ActivityTree(Running running, List<OpenIncident> incidents) {
    this.running = running;
    this.incidents = incidents;
  }

  ActivityInstance tree() {
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
        incidentsAt(activity),
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
        incidentsAt(activity));
  }

  private List<ActivityIncident> incidentsAt(Activity activity) {
    return incidents.stream()
        .filter(incident -> incident.executionId().equals(activity.id()))
        .map(incident -> new ActivityIncident(incident.id(), incident.activityId()))
        .toList();
  }
}
