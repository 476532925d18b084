package dev.outwork.engine.expression;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The properties of an execution in expressions, such as {@code execution.id}: those of Camunda 7,
 * except access to services, models and internals of the engine.
 */
public enum ExecutionProperty {
  ID("id"),
  PARENT_ID("parentId"),
  /** The execution of the process instance, with the same properties. */
  PROCESS_INSTANCE("processInstance"),
  PROCESS_INSTANCE_ID("processInstanceId"),
  ROOT_PROCESS_INSTANCE_ID("rootProcessInstanceId"),
  /** The call activity that started the process instance. */
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
  /** Of a listener on a flow, otherwise null. */
  CURRENT_TRANSITION_ID("currentTransitionId"),
  /** Of a listener, otherwise null. */
  EVENT_NAME("eventName"),
  CANCELED("canceled"),
  SUSPENDED("suspended"),
  VARIABLES("variables"),
  VARIABLES_LOCAL("variablesLocal"),
  VARIABLE_NAMES("variableNames"),
  VARIABLE_NAMES_LOCAL("variableNamesLocal");

  /** The name of the execution in expressions. */
  public static final String EXECUTION = "execution";

  private final String key;

  ExecutionProperty(String key) {
    this.key = key;
  }

  /** The name of the property. */
  public String key() {
    return key;
  }

  /** The name of the getter. */
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
