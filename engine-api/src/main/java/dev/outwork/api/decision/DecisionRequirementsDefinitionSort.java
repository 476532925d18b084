package dev.outwork.api.decision;

import dev.outwork.api.SortKey;

/** What decision requirements definitions can be sorted by. */
public enum DecisionRequirementsDefinitionSort implements SortKey {
  CATEGORY("category"),
  KEY("key"),
  ID("id"),
  NAME("name"),
  VERSION("version"),
  DEPLOYMENT_ID("deploymentId"),
  TENANT_ID("tenantId");

  private final String parameter;

  DecisionRequirementsDefinitionSort(String parameter) {
    this.parameter = parameter;
  }

  @Override
  public String parameter() {
    return parameter;
  }
}
