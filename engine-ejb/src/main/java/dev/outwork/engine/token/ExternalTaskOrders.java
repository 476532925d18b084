package dev.outwork.engine.token;

import dev.outwork.api.ProcessEngineException;
import dev.outwork.engine.bpmn.ExternalActivity;

/**
 * Creates the order for the external task of an activity (docs/rest-api.md, "Topic and priority").
 */
final class ExternalTaskOrders {
  private static final int MAX_TOPIC_LENGTH = 255;

  private ExternalTaskOrders() {}

  static ExternalTaskOrder of(ExternalActivity external, Activity activity) {
    return new ExternalTaskOrder(
        activity.id(),
        external.id(),
        topic(external, activity),
        Evaluator.of(activity.running())
            .priority(external.priority(), "the task priority", activity),
        activity.running().activities().scopesFrom(activity.id()));
  }

  private static String topic(ExternalActivity external, Activity activity) {
    Evaluator evaluator = Evaluator.of(activity.running());
    Object topic = evaluator.evaluate(external.topic(), "the topic", activity);
    if (topic == null) {
      return null;
    }
    if (!(topic instanceof String name)) {
      throw evaluator.failed(
          "create an external task for " + external.info(), "its topic is not a string", null);
    }
    if (name.length() > MAX_TOPIC_LENGTH) {
      throw new ProcessEngineException(
          "Cannot create an external task for %s in process '%s': its topic has %d characters, at most %d are allowed"
              .formatted(
                  external.info(),
                  activity.running().model().key(),
                  name.length(),
                  MAX_TOPIC_LENGTH),
          ProcessEngineException.VALUE_TOO_LONG,
          null);
    }
    return name;
  }
}
