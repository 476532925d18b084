package dev.outwork.api.decision;

import static dev.outwork.api.Filter.Kind.FLAG;
import static dev.outwork.api.Filter.Kind.INTEGER;
import static dev.outwork.api.Filter.Kind.STRING;
import static dev.outwork.api.Filter.Kind.STRINGS;

import dev.outwork.api.Filter;

/** What decision requirements definitions can be asked for by. */
public enum DecisionRequirementsDefinitionFilter implements Filter {
  DECISION_REQUIREMENTS_DEFINITION_ID("decisionRequirementsDefinitionId", STRING),
  DECISION_REQUIREMENTS_DEFINITION_ID_IN("decisionRequirementsDefinitionIdIn", STRINGS),
  NAME("name", STRING),
  NAME_LIKE("nameLike", STRING),
  DEPLOYMENT_ID("deploymentId", STRING),
  KEY("key", STRING),
  KEY_LIKE("keyLike", STRING),
  CATEGORY("category", STRING),
  CATEGORY_LIKE("categoryLike", STRING),
  VERSION("version", INTEGER),
  LATEST_VERSION("latestVersion", FLAG),
  RESOURCE_NAME("resourceName", STRING),
  RESOURCE_NAME_LIKE("resourceNameLike", STRING),
  TENANT_ID_IN("tenantIdIn", STRINGS),
  WITHOUT_TENANT_ID("withoutTenantId", FLAG),
  INCLUDE_DECISION_REQUIREMENTS_DEFINITIONS_WITHOUT_TENANT_ID(
      "includeDecisionRequirementsDefinitionsWithoutTenantId", FLAG);

  private final String parameter;
  private final Kind kind;

  DecisionRequirementsDefinitionFilter(String parameter, Kind kind) {
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
