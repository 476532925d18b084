package dev.outwork.delegate;

import dev.outwork.api.deployment.CodeProperty;
import dev.outwork.api.deployment.CodeTopic;
import org.camunda.bpm.engine.ProcessEngineException;

/**
 * The topic that code becomes the work of; docs/bpmn.md has the rule.
 *
 * <p>What a task says of its code comes from a model, and whoever may deploy one may write what he
 * likes, also beside an external task that never was code. Topics are what the worker's team has
 * chosen to serve. So a class, a bean or a language is called only for its own topic.
 */
final class TopicRule {
  private TopicRule() {}

  static void check(CodeTask task) {
    String topic = topic(task);
    if (!topic.equals(task.topicName())) {
      throw new ProcessEngineException(
          "The task of '%s' is of topic '%s' and tells of code of topic '%s', for which it is not called"
              .formatted(task.elementId(), task.topicName(), topic));
    }
  }

  private static String topic(CodeTask task) {
    return CodeTopic.of(
        task.property(CodeProperty.KIND),
        task.property(CodeProperty.TEXT),
        task.property(CodeProperty.FORMAT));
  }
}
