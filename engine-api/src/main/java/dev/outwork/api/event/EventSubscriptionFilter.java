package dev.outwork.api.event;

import static dev.outwork.api.Filter.Kind.FLAG;
import static dev.outwork.api.Filter.Kind.STRING;
import static dev.outwork.api.Filter.Kind.STRINGS;

import dev.outwork.api.Filter;

/** Filters of the list of event subscriptions (docs/rest-api.md, "Event subscriptions"). */
public enum EventSubscriptionFilter implements Filter {
  EVENT_SUBSCRIPTION_ID("eventSubscriptionId", STRING),
  EVENT_NAME("eventName", STRING),
  EVENT_TYPE("eventType", STRING),
  EXECUTION_ID("executionId", STRING),
  PROCESS_INSTANCE_ID("processInstanceId", STRING),
  ACTIVITY_ID("activityId", STRING),
  TENANT_ID_IN("tenantIdIn", STRINGS),
  WITHOUT_TENANT_ID("withoutTenantId", FLAG),
  INCLUDE_EVENT_SUBSCRIPTIONS_WITHOUT_TENANT_ID("includeEventSubscriptionsWithoutTenantId", FLAG);

  private final String parameter;
  private final Kind kind;

  EventSubscriptionFilter(String parameter, Kind kind) {
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
