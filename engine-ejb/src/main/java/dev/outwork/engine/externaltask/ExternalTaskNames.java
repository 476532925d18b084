package dev.outwork.engine.externaltask;

import dev.outwork.engine.expression.Names;
import java.util.HashMap;
import java.util.Map;

/**
 * What expressions of error event definitions can ask of the task, as {@code
 * externalTask.errorMessage} and the like.
 */
final class ExternalTaskNames {
  private ExternalTaskNames() {}

  /**
   * @param errorMessage the one that is being reported, or the last one
   */
  static Names of(TaskRow task, String errorMessage) {
    Map<String, Object> properties = new HashMap<>();
    properties.put("id", task.id());
    properties.put("topicName", task.topicName());
    properties.put("workerId", task.workerId());
    properties.put("retries", task.retries());
    properties.put("priority", task.priority());
    properties.put("errorMessage", errorMessage);
    properties.put("activityId", task.activityId());
    properties.put("processInstanceId", task.processInstanceId());
    return Names.of(Map.of("externalTask", properties));
  }
}
