package dev.outwork.api.decision;

import dev.outwork.api.SortKey;

/** Sort keys of the list of decision definitions. */
public enum DecisionDefinitionSort implements SortKey {
  CATEGORY("category"),
  KEY("key"),
  ID("id"),
  NAME("name"),
  VERSION("version"),
  DEPLOYMENT_ID("deploymentId"),
  DEPLOY_TIME("deployTime"),
  TENANT_ID("tenantId"),
  VERSION_TAG("versionTag"),
  DECISION_REQUIREMENTS_DEFINITION_KEY("decisionRequirementsDefinitionKey");

  private final String parameter;

  DecisionDefinitionSort(String parameter) {
    this.parameter = parameter;
  }

  @Override
  public String parameter() {
    return parameter;
  }
}
