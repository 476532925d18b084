package dev.outwork.delegate;

import dev.outwork.api.deployment.CodeProperty;
import dev.outwork.api.deployment.CodeTopic;
import org.camunda.bpm.engine.ProcessEngineException;

/**
 * Checks that code is called only for its own topic; docs/bpmn.md has the rule.
 *
 * <p>The description of the code comes from a model, and anybody who may deploy can write any
 * description, also beside an external task that never was code. The team of the worker chooses
 * topics to serve. So a class, a bean or a language is called only for its own topic.
 */
final class TopicRule {
  private TopicRule() {}

  static void check(CodeTask task) {
    String topic = topic(task);
    if (!topic.equals(task.topicName())) {
      throw new ProcessEngineException(
          "The task of '%s' has topic '%s' but describes code of topic '%s': the code is not called"
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
