package dev.outwork.api.event;

import dev.outwork.api.SortKey;

/** What event subscriptions can be sorted by (docs/rest-api.md, "Event subscriptions"). */
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
