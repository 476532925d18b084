package dev.outwork.delegate;

import dev.outwork.api.deployment.CodeProperty;
import java.util.Map;

/**
 * A fetched task that stands for code.
 *
 * @param activityId of the element, or of the step around it that runs the code
 * @param businessKey may be null
 * @param tenantId may be null
 * @param variables the variables of the task
 * @param properties the extension properties that describe the code: {@link CodeProperty}
 */
public record CodeTask(
    String id,
    String topicName,
    String activityId,
    String activityInstanceId,
    String executionId,
    String processInstanceId,
    String processDefinitionId,
    String processDefinitionKey,
    String businessKey,
    String tenantId,
    TaskVariables variables,
    Map<String, String> properties) {
  private static final char STEP = '#';

  public CodeTask {
    properties = Map.copyOf(properties);
  }

  /** The element with the code; for a listener the element that it listens to. */
  String elementId() {
    int step = activityId.indexOf(STEP);
    return isStep() && step > 0 ? activityId.substring(0, step) : activityId;
  }

  /** Whether the code runs around the element instead of being its work. */
  boolean isStep() {
    return event() != null;
  }

  /** The event of the listener; null if the code is the element's own work. */
  String event() {
    return property(CodeProperty.EVENT);
  }

  /** The value of a property; null if there is none. */
  String property(String name) {
    return properties.get(name);
  }

  /** Whether the result of the code is used. */
  boolean wantsResult() {
    return properties.containsKey(CodeProperty.RESULT_VARIABLE)
        || properties.containsKey(CodeProperty.PARAMETER);
  }
}
