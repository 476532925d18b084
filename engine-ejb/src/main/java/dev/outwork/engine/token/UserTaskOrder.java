package dev.outwork.engine.token;

import java.time.Instant;
import java.util.List;

/**
 * A user task to create.
 *
 * @param activityId the element: the task definition key of the REST API
 * @param name null if there is none; likewise all texts and dates
 * @param scopeIds the scopes of its variables, innermost first
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
