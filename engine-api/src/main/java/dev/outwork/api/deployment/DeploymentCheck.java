package dev.outwork.api.deployment;

import dev.outwork.api.deployment.ParseException.Problem;
import java.util.List;

/**
 * What would happen to the models of a deployment.
 *
 * @param resources the files that have models, in the order in which they were given
 */
public record DeploymentCheck(List<ResourceCheck> resources) {
  public DeploymentCheck {
    resources = List.copyOf(resources);
  }

  /** Whether nothing in it would be refused. */
  public boolean isDeployable() {
    return resources.stream().allMatch(resource -> resource.errors().isEmpty());
  }

  /**
   * What would happen to one file.
   *
   * @param name of the file
   * @param processDefinitionKeys the executable processes in it; empty if it would be refused, or
   *     has drawings only
   * @param errors why it would be refused
   * @param warnings what would be executed, but may not do what its author expects
   * @param topics where workers would be needed; empty if it would be refused
   */
  public record ResourceCheck(
      String name,
      List<String> processDefinitionKeys,
      List<Problem> errors,
      List<Problem> warnings,
      List<Topic> topics) {
    public ResourceCheck {
      processDefinitionKeys = List.copyOf(processDefinitionKeys);
      errors = List.copyOf(errors);
      warnings = List.copyOf(warnings);
      topics = List.copyOf(topics);
    }
  }

  /**
   * Work for an external worker.
   *
   * @param processDefinitionKey the process
   * @param activityId the element
   * @param topicName its topic, or the expression that yields it
   */
  public record Topic(String processDefinitionKey, String activityId, String topicName) {}
}
