package dev.outwork.api.task;

import java.time.Instant;

/**
 * Work that waits for a person (docs/rest-api.md, "User tasks").
 *
 * @param details what can be changed of it
 * @param taskDefinitionKey id of the element in the model
 * @param executionId id of the activity under way; variables are seen from there
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
