package dev.outwork.api.event;

import dev.outwork.api.SortKey;

/** Sort keys of the list of event subscriptions (docs/rest-api.md, "Event subscriptions"). */
public enum EventSubscriptionSort implements SortKey {
  CREATED("created"),
  TENANT_ID("tenantId");

  private final String parameter;

  EventSubscriptionSort(String parameter) {
    this.parameter = parameter;
  }

  @Override
  public String parameter() {
    return parameter;
  }
}
