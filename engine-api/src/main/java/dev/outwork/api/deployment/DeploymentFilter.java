package dev.outwork.api.deployment;

import static dev.outwork.api.Filter.Kind.DATE;
import static dev.outwork.api.Filter.Kind.FLAG;
import static dev.outwork.api.Filter.Kind.STRING;
import static dev.outwork.api.Filter.Kind.STRINGS;

import dev.outwork.api.Filter;

/** Filters of the list of deployments (docs/rest-api.md, "Deployments"). */
public enum DeploymentFilter implements Filter {
  ID("id", STRING),
  NAME("name", STRING),
  NAME_LIKE("nameLike", STRING),
  SOURCE("source", STRING),
  WITHOUT_SOURCE("withoutSource", FLAG),
  BEFORE("before", DATE),
  AFTER("after", DATE),
  TENANT_ID_IN("tenantIdIn", STRINGS),
  WITHOUT_TENANT_ID("withoutTenantId", FLAG),
  INCLUDE_WITHOUT_TENANT_ID("includeDeploymentsWithoutTenantId", FLAG);

  private final String parameter;
  private final Kind kind;

  DeploymentFilter(String parameter, Kind kind) {
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
