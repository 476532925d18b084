package dev.outwork.api.task;

import java.time.Instant;

/**
 * The attributes of a task that users can change; all but the priority may be null.
 *
 * @param name at most 255 characters; so are assignee and owner
 * @param description at most 4000 characters
 * @param owner the responsible user while another works on the task
 * @param due date by which it should be done
 * @param followUp date on which to look at it again
 */
public record TaskDetails(
    String name,
    String description,
    String assignee,
    String owner,
    DelegationState delegationState,
    Instant due,
    Instant followUp,
    int priority) {

  public TaskDetails withAssignee(String userId) {
    return new TaskDetails(
        name, description, userId, owner, delegationState, due, followUp, priority);
  }

  public TaskDetails withOwner(String userId) {
    return new TaskDetails(
        name, description, assignee, userId, delegationState, due, followUp, priority);
  }

  public TaskDetails withDelegationState(DelegationState state) {
    return new TaskDetails(name, description, assignee, owner, state, due, followUp, priority);
  }
}
