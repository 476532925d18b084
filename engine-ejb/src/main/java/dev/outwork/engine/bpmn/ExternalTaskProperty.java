package dev.outwork.engine.bpmn;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the expression of an error event definition can ask of its task, as {@code
 * externalTask.errorMessage}.
 */
public enum ExternalTaskProperty {
  ID("id"),
  TOPIC_NAME("topicName"),
  WORKER_ID("workerId"),
  LOCK_EXPIRATION_TIME("lockExpirationTime"),
  RETRIES("retries"),
  PRIORITY("priority"),
  ERROR_MESSAGE("errorMessage"),
  CREATE_TIME("createTime"),
  ACTIVITY_ID("activityId"),
  ACTIVITY_INSTANCE_ID("activityInstanceId"),
  EXECUTION_ID("executionId"),
  PROCESS_INSTANCE_ID("processInstanceId"),
  PROCESS_DEFINITION_ID("processDefinitionId"),
  PROCESS_DEFINITION_KEY("processDefinitionKey"),
  PROCESS_DEFINITION_VERSION_TAG("processDefinitionVersionTag"),
  BUSINESS_KEY("businessKey"),
  TENANT_ID("tenantId");

  /** By which name expressions know the task. */
  public static final String EXTERNAL_TASK = "externalTask";

  private final String key;

  ExternalTaskProperty(String key) {
    this.key = key;
  }

  public static Optional<ExternalTaskProperty> of(String key) {
    return Arrays.stream(values()).filter(property -> property.key.equals(key)).findFirst();
  }

  /** All names, for messages. */
  public static String names() {
    return Arrays.stream(values()).map(property -> property.key).collect(Collectors.joining(", "));
  }
}
