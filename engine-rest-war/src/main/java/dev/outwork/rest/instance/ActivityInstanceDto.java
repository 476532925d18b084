package dev.outwork.rest.instance;

import dev.outwork.api.instance.ActivityInstance;
import dev.outwork.api.instance.ActivityInstance.ActivityIncident;
import dev.outwork.api.instance.ActivityInstance.TransitionInstance;
import java.util.List;

/** A node in the tree of activity instances (docs/rest-api.md, "Activity instance tree"). */
public record ActivityInstanceDto(
    String id,
    String parentActivityInstanceId,
    String activityId,
    String activityType,
    String activityName,
    String name,
    String processInstanceId,
    String processDefinitionId,
    List<String> executionIds,
    List<String> incidentIds,
    List<IncidentDto> incidents,
    List<ActivityInstanceDto> childActivityInstances,
    List<TransitionInstanceDto> childTransitionInstances) {

  /** An open incident and its activity. */
  public record IncidentDto(String id, String activityId) {}

  /** A token that waits for a job. */
  public record TransitionInstanceDto(
      String id,
      String parentActivityInstanceId,
      String processInstanceId,
      String processDefinitionId,
      String activityId,
      String targetActivityId,
      String activityName,
      String activityType,
      String executionId,
      List<String> incidentIds,
      List<IncidentDto> incidents) {

    static TransitionInstanceDto of(TransitionInstance transition) {
      return new TransitionInstanceDto(
          transition.id(),
          transition.parentActivityInstanceId(),
          transition.processInstanceId(),
          transition.processDefinitionId(),
          transition.activityId(),
          transition.activityId(),
          transition.activityName(),
          transition.activityType(),
          transition.executionId(),
          ids(transition.incidents()),
          incidentsOf(transition.incidents()));
    }
  }

  static ActivityInstanceDto of(ActivityInstance activity) {
    return new ActivityInstanceDto(
        activity.id(),
        activity.parentActivityInstanceId(),
        activity.activityId(),
        activity.activityType(),
        activity.activityName(),
        activity.activityName(),
        activity.processInstanceId(),
        activity.processDefinitionId(),
        activity.executionIds(),
        ids(activity.incidents()),
        incidentsOf(activity.incidents()),
        activity.childActivityInstances().stream().map(ActivityInstanceDto::of).toList(),
        activity.childTransitionInstances().stream().map(TransitionInstanceDto::of).toList());
  }

  private static List<String> ids(List<ActivityIncident> incidents) {
    return incidents.stream().map(ActivityIncident::id).toList();
  }

  private static List<IncidentDto> incidentsOf(List<ActivityIncident> incidents) {
    return incidents.stream()
        .map(incident -> new IncidentDto(incident.id(), incident.activityId()))
        .toList();
  }
}
