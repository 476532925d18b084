package dev.outwork.api.task;

import java.time.Instant;

/**
 * A user task (docs/rest-api.md, "User tasks").
 *
 * @param details the attributes that users can change
 * @param taskDefinitionKey id of the element in the model
 * @param executionId id of the running activity, the scope in which variables are resolved
 * @param lastUpdated null if nothing but its variables has changed
 * @param formKey may be null
 * @param tenantId may be null
 */
public record Task(
    String id,
    TaskDetails details,
    String taskDefinitionKey,
    String executionId,
    String processInstanceId,
    String processDefinitionId,
    Instant created,
    Instant lastUpdated,
    boolean suspended,
    String formKey,
    String tenantId) {

  public String name() {
    return details.name();
  }

  public String assignee() {
    return details.assignee();
  }

  public String owner() {
    return details.owner();
  }
}
