package dev.outwork.rest.definition;

import dev.outwork.api.deployment.ProcessDefinitionTopic;

/** An element whose work is done by the workers of a topic. Not in Camunda 7. */
public record ProcessDefinitionTopicDto(
    String processDefinitionId,
    String activityId,
    String activityName,
    String activityType,
    String topic,
    String code) {
  public static ProcessDefinitionTopicDto of(ProcessDefinitionTopic topic) {
    return new ProcessDefinitionTopicDto(
        topic.processDefinitionId(),
        topic.activityId(),
        topic.activityName(),
        topic.activityType(),
        topic.topic(),
        topic.code());
  }
}
