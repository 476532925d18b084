package dev.outwork.api.deployment;

import dev.outwork.api.SortKey;

/** Sort keys of the list of process definitions (docs/rest-api.md, "Process definitions"). */
public enum ProcessDefinitionSort implements SortKey {
  CATEGORY("category"),
  KEY("key"),
  ID("id"),
  NAME("name"),
  VERSION("version"),
  DEPLOYMENT_ID("deploymentId"),
  DEPLOY_TIME("deployTime"),
  TENANT_ID("tenantId"),
  VERSION_TAG("versionTag");

  private final String parameter;

  ProcessDefinitionSort(String parameter) {
    this.parameter = parameter;
  }

  @Override
  public String parameter() {
    return parameter;
  }
}
