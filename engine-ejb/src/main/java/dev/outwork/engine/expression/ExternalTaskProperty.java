package dev.outwork.engine.expression;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The properties of the task in error event definitions, such as {@code externalTask.errorMessage}.
 */
public enum ExternalTaskProperty {
  ID("id"),
  TOPIC_NAME("topicName"),
  WORKER_ID("workerId"),
  LOCK_EXPIRATION_TIME("lockExpirationTime"),
  RETRIES("retries"),
  PRIORITY("priority"),
  ERROR_MESSAGE("errorMessage"),
  ERROR_DETAILS("errorDetails"),
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

  /** The name of the task in expressions. */
  public static final String EXTERNAL_TASK = "externalTask";

  private final String key;

  ExternalTaskProperty(String key) {
    this.key = key;
  }

  String key() {
    return key;
  }

  /** The name of the getter. */
  String getter() {
    return Spelling.method("get", key);
  }

  Kind kind() {
    return switch (this) {
      case RETRIES, PRIORITY -> Kind.NUMBER;
      case LOCK_EXPIRATION_TIME, CREATE_TIME -> Kind.DATE;
      default -> Kind.TEXT;
    };
  }

  public static Optional<ExternalTaskProperty> of(String key) {
    return Arrays.stream(values()).filter(property -> property.key.equals(key)).findFirst();
  }

  /** All names, for messages. */
  public static String names() {
    return Arrays.stream(values()).map(property -> property.key).collect(Collectors.joining(", "));
  }
}
