package dev.outwork.api.deployment;

import dev.outwork.api.SortKey;

/** Sort keys of the list of deployments (docs/rest-api.md, "Deployments"). */
public enum DeploymentSort implements SortKey {
  ID("id"),
  NAME("name"),
  DEPLOYMENT_TIME("deploymentTime"),
  TENANT_ID("tenantId");

  private final String parameter;

  DeploymentSort(String parameter) {
    this.parameter = parameter;
  }

  @Override
  public String parameter() {
    return parameter;
  }
}
