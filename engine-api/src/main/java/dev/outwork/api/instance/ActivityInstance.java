package dev.outwork.api.instance;

import java.util.List;

/**
 * An activity that is under way, with what is under way inside (docs/rest-api.md, "Activity
 * instance tree"). The outermost one is the process instance.
 *
 * @param id the process instance's id, or {@code <activityId>:<executionId>}
 * @param parentActivityInstanceId null for the process instance
 * @param activityName null if it has none
 * @param activityType as named in docs/rest-api.md, "Activity types"
 * @param incidents those that are open at this very activity
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

  /** An open incident and the activity at which it is. */
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
