package dev.outwork.delegate;

import dev.outwork.api.deployment.CodeProperty;
import java.util.Map;

/**
 * A fetched task that stands for code.
 *
 * @param variables the variables of the task
 * @param properties the extension properties that describe the code: {@link CodeProperty}
 */
public record CodeTask(
    String id,
    String topicName,
    AtActivity at,
    OfInstance instance,
    TaskVariables variables,
    Map<String, String> properties) {
  private static final char STEP = '#';

  /**
   * The activity that waits for it.
   *
   * @param activityId of the element, or of the step around it that runs the code
   */
  public record AtActivity(String activityId, String activityInstanceId, String executionId) {}

  /**
   * Its process instance.
   *
   * @param businessKey may be null
   * @param tenantId may be null
   */
  public record OfInstance(
      String processInstanceId,
      String processDefinitionId,
      String processDefinitionKey,
      String businessKey,
      String tenantId) {}

  public CodeTask {
    properties = Map.copyOf(properties);
  }

  /** The element with the code; for a listener the element that it listens to. */
  String elementId() {
    int step = activityId().indexOf(STEP);
    return isStep() && step > 0 ? activityId().substring(0, step) : activityId();
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

  public String activityId() {
    return at.activityId;
  }

  public String activityInstanceId() {
    return at.activityInstanceId;
  }

  public String executionId() {
    return at.executionId;
  }

  public String processInstanceId() {
    return instance.processInstanceId;
  }

  public String processDefinitionId() {
    return instance.processDefinitionId;
  }

  public String processDefinitionKey() {
    return instance.processDefinitionKey;
  }

  public String businessKey() {
    return instance.businessKey;
  }

  public String tenantId() {
    return instance.tenantId;
  }
}
