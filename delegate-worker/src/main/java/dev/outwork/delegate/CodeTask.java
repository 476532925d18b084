package dev.outwork.delegate;

import dev.outwork.api.deployment.CodeProperty;
import java.util.Map;

/**
 * A task that stands for code, as a worker has fetched it.
 *
 * @param activityId of the element, or of the step around it that the code is
 * @param businessKey may be null
 * @param tenantId may be null
 * @param variables those that the worker was given
 * @param properties the extension properties, which say what the code is: {@link CodeProperty}
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

  /** The element that has the code: for a listener the one that it listens to. */
  String elementId() {
    int step = activityId.indexOf(STEP);
    return isStep() && step > 0 ? activityId.substring(0, step) : activityId;
  }

  /** Whether the code is around the element, and not its own work. */
  boolean isStep() {
    return event() != null;
  }

  /** The event that the code listens to; null if it is the element's own work. */
  String event() {
    return property(CodeProperty.EVENT);
  }

  /** Null if there is none. */
  String property(String name) {
    return properties.get(name);
  }

  /** Whether somebody takes what the code gives back. */
  boolean wantsResult() {
    return properties.containsKey(CodeProperty.RESULT_VARIABLE)
        || properties.containsKey(CodeProperty.PARAMETER);
  }
}
