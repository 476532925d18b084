package dev.outwork.engine.token;

import java.time.Instant;
import java.util.List;

/**
 * A user task to be created.
 *
 * @param activityId the element: the task definition key of the wire
 * @param name null if there is none; so for all texts and dates
 * @param scopeIds where its variables are looked up, innermost first
 */
public record UserTaskOrder(
    String activityInstanceId,
    String activityId,
    String name,
    String description,
    String assignee,
    List<String> candidateUsers,
    List<String> candidateGroups,
    Instant dueAt,
    Instant followUpAt,
    int priority,
    String formKey,
    List<String> scopeIds) {
  public UserTaskOrder {
    candidateUsers = List.copyOf(candidateUsers);
    candidateGroups = List.copyOf(candidateGroups);
    scopeIds = List.copyOf(scopeIds);
  }
}
