package dev.outwork.engine.deployment;

import dev.outwork.api.deployment.CodeProperty;
import dev.outwork.api.deployment.ProcessDefinitionTopic;
import dev.outwork.engine.bpmn.ExternalActivity;
import dev.outwork.engine.bpmn.ProcessModel;
import java.util.List;

/** The topics of a model that need workers. */
final class Topics {
  private Topics() {}

  /** One for each element, in document order. */
  static List<ProcessDefinitionTopic> of(String definitionId, ProcessModel model) {
    return model.nodes().values().stream()
        .filter(ExternalActivity.class::isInstance)
        .map(ExternalActivity.class::cast)
        .map(activity -> topic(definitionId, activity))
        .toList();
  }

  private static ProcessDefinitionTopic topic(String definitionId, ExternalActivity activity) {
    return new ProcessDefinitionTopic(
        definitionId,
        activity.id(),
        activity.info().name(),
        activity.info().activityType(),
        activity.topic().text(),
        activity.properties().get(CodeProperty.KIND));
  }
}
