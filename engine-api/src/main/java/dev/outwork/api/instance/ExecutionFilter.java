package dev.outwork.api.instance;

import static dev.outwork.api.Filter.Kind.FLAG;
import static dev.outwork.api.Filter.Kind.STRING;
import static dev.outwork.api.Filter.Kind.STRINGS;
import static dev.outwork.api.Filter.Kind.VARIABLE_CONDITIONS;

import dev.outwork.api.Filter;

/** Filters of the list of executions (docs/rest-api.md, "Executions"). */
public enum ExecutionFilter implements Filter {
  PROCESS_DEFINITION_KEY("processDefinitionKey", STRING),
  BUSINESS_KEY("businessKey", STRING),
  PROCESS_DEFINITION_ID("processDefinitionId", STRING),
  PROCESS_INSTANCE_ID("processInstanceId", STRING),
  ACTIVITY_ID("activityId", STRING),
  SIGNAL_EVENT_SUBSCRIPTION_NAME("signalEventSubscriptionName", STRING),
  MESSAGE_EVENT_SUBSCRIPTION_NAME("messageEventSubscriptionName", STRING),
  /** Variables of the execution itself. */
  VARIABLES("variables", VARIABLE_CONDITIONS),
  /** Variables of its process instance. */
  PROCESS_VARIABLES("processVariables", VARIABLE_CONDITIONS),
  ACTIVE("active", FLAG),
  SUSPENDED("suspended", FLAG),
  INCIDENT_ID("incidentId", STRING),
  INCIDENT_TYPE("incidentType", STRING),
  INCIDENT_MESSAGE("incidentMessage", STRING),
  INCIDENT_MESSAGE_LIKE("incidentMessageLike", STRING),
  TENANT_ID_IN("tenantIdIn", STRINGS);

  private final String parameter;
  private final Kind kind;

  ExecutionFilter(String parameter, Kind kind) {
    this.parameter = parameter;
    this.kind = kind;
  }

  @Override
  public String parameter() {
    return parameter;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
