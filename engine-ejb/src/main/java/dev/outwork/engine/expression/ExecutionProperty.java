package dev.outwork.engine.expression;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What an expression can ask of the execution that it is evaluated for, as {@code execution.id}:
 * the properties that an execution has in Camunda 7, but for those that lead to services, models
 * and the engine's inside.
 */
public enum ExecutionProperty {
  ID("id"),
  PARENT_ID("parentId"),
  /** The execution of the process instance, with the same properties. */
  PROCESS_INSTANCE("processInstance"),
  PROCESS_INSTANCE_ID("processInstanceId"),
  ROOT_PROCESS_INSTANCE_ID("rootProcessInstanceId"),
  /** The call activity that has begun the process instance. */
  SUPER_EXECUTION_ID("superExecutionId"),
  PROCESS_DEFINITION_ID("processDefinitionId"),
  PROCESS_DEFINITION_KEY("processDefinitionKey"),
  PROCESS_BUSINESS_KEY("processBusinessKey"),
  BUSINESS_KEY("businessKey"),
  TENANT_ID("tenantId"),
  ACTIVITY_ID("activityId"),
  CURRENT_ACTIVITY_ID("currentActivityId"),
  CURRENT_ACTIVITY_NAME("currentActivityName"),
  ACTIVITY_INSTANCE_ID("activityInstanceId"),
  PARENT_ACTIVITY_INSTANCE_ID("parentActivityInstanceId"),
  /** Of a listener on a flow, else null. */
  CURRENT_TRANSITION_ID("currentTransitionId"),
  /** Of a listener, else null. */
  EVENT_NAME("eventName"),
  CANCELED("canceled"),
  SUSPENDED("suspended"),
  VARIABLES("variables"),
  VARIABLES_LOCAL("variablesLocal"),
  VARIABLE_NAMES("variableNames"),
  VARIABLE_NAMES_LOCAL("variableNamesLocal");

  /** By which name expressions know the execution. */
  public static final String EXECUTION = "execution";

  private final String key;

  ExecutionProperty(String key) {
    this.key = key;
  }

  /** By which name it is asked for. */
  public String key() {
    return key;
  }

  /** The method that tells the same. */
  String getter() {
    return kind() == Kind.BOOLEAN ? Spelling.method("is", key) : Spelling.method("get", key);
  }

  Kind kind() {
    return switch (this) {
      case PROCESS_INSTANCE -> Kind.EXECUTION;
      case CANCELED, SUSPENDED -> Kind.BOOLEAN;
      case VARIABLES, VARIABLES_LOCAL -> Kind.MAP;
      case VARIABLE_NAMES, VARIABLE_NAMES_LOCAL -> Kind.LIST;
      default -> Kind.TEXT;
    };
  }

  public static Optional<ExecutionProperty> of(String key) {
    return Arrays.stream(values()).filter(property -> property.key.equals(key)).findFirst();
  }

  /** All names, for messages. */
  public static String names() {
    return Arrays.stream(values()).map(property -> property.key).collect(Collectors.joining(", "));
  }
}
