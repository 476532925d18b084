package dev.outwork.rest.deployment;

import dev.outwork.api.deployment.DeploymentCheck;
import dev.outwork.api.deployment.DeploymentCheck.ResourceCheck;
import dev.outwork.api.deployment.DeploymentCheck.Topic;
import dev.outwork.rest.format.ProblemDto;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The result of checking the models of a form; problems have the format of a refused deployment.
 */
public record DeploymentCheckDto(boolean deployable, Map<String, Report> details) {

  record Report(
      List<ProblemDto> errors,
      List<ProblemDto> warnings,
      List<String> processDefinitionKeys,
      List<String> decisionDefinitionKeys,
      List<TopicDto> topics) {}

  record TopicDto(String processDefinitionKey, String activityId, String topicName, String code) {
    static TopicDto of(Topic topic) {
      return new TopicDto(
          topic.processDefinitionKey(), topic.activityId(), topic.topicName(), topic.code());
    }
  }

  static DeploymentCheckDto of(DeploymentCheck check) {
    Map<String, Report> details = new LinkedHashMap<>();
    check.resources().forEach(resource -> details.put(resource.name(), report(resource)));
    return new DeploymentCheckDto(check.isDeployable(), details);
  }

  private static Report report(ResourceCheck resource) {
    return new Report(
        ProblemDto.all(resource.errors()),
        ProblemDto.all(resource.warnings()),
        resource.processDefinitionKeys(),
        resource.decisionDefinitionKeys(),
        resource.topics().stream().map(TopicDto::of).toList());
  }
}
