package dev.outwork.api.instance;

import java.util.List;

/**
 * A running activity and the running activities inside it (docs/rest-api.md, "Activity instance
 * tree"). The root is the process instance.
 *
 * @param id the process instance's id, or {@code <activityId>:<executionId>}
 * @param parentActivityInstanceId null for the process instance
 * @param activityName null if it has none
 * @param activityType in the terms of docs/rest-api.md, "Activity types"
 * @param incidents open incidents of this activity itself
 */
public record ActivityInstance(
    String id,
    String parentActivityInstanceId,
    String activityId,
    String activityName,
    String activityType,
    String processInstanceId,
    String processDefinitionId,
    List<String> executionIds,
    List<ActivityIncident> incidents,
    List<ActivityInstance> childActivityInstances,
    List<TransitionInstance> childTransitionInstances) {

  /** An open incident and its activity. */
  public record ActivityIncident(String id, String activityId) {}

  /** A token that waits for a job before or after a node. */
  public record TransitionInstance(
      String id,
      String parentActivityInstanceId,
      String activityId,
      String activityName,
      String activityType,
      String processInstanceId,
      String processDefinitionId,
      String executionId,
      List<ActivityIncident> incidents) {
    public TransitionInstance {
      incidents = List.copyOf(incidents);
    }
  }

  public ActivityInstance {
    executionIds = List.copyOf(executionIds);
    incidents = List.copyOf(incidents);
    childActivityInstances = List.copyOf(childActivityInstances);
    childTransitionInstances = List.copyOf(childTransitionInstances);
  }
}
