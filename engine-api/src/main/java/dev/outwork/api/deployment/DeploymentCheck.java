package dev.outwork.api.deployment;

import dev.outwork.api.deployment.ParseException.Problem;
import java.util.List;

/**
 * The result of checking a deployment without deploying it.
 *
 * @param resources the model files, in the order of the request
 */
public record DeploymentCheck(List<ResourceCheck> resources) {
  public DeploymentCheck {
    resources = List.copyOf(resources);
  }

  /** Whether every resource can be deployed. */
  public boolean isDeployable() {
    return resources.stream().allMatch(resource -> resource.errors().isEmpty());
  }

  /**
   * The result for one file.
   *
   * @param name of the file
   * @param processDefinitionKeys its executable processes; empty if the file would be refused or
   *     has no executable process
   * @param decisionDefinitionKeys its decisions; empty if the file would be refused
   * @param errors reasons to refuse the file
   * @param warnings constructs that can be executed, but may not do what their author expects
   * @param topics elements that need a worker; empty if the file would be refused
   */
  public record ResourceCheck(
      String name,
      List<String> processDefinitionKeys,
      List<String> decisionDefinitionKeys,
      List<Problem> errors,
      List<Problem> warnings,
      List<Topic> topics) {
    public ResourceCheck {
      processDefinitionKeys = List.copyOf(processDefinitionKeys);
      decisionDefinitionKeys = List.copyOf(decisionDefinitionKeys);
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
   * @param topicName its topic, or the expression that yields the topic
   * @param code the kind of code that became this topic, as in {@link CodeProperty#KIND}; null if
   *     the element is modelled as an external task
   */
  public record Topic(
      String processDefinitionKey, String activityId, String topicName, String code) {}
}
