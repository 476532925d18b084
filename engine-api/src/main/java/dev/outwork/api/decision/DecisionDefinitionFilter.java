package dev.outwork.api.decision;

import static dev.outwork.api.Filter.Kind.DATE;
import static dev.outwork.api.Filter.Kind.FLAG;
import static dev.outwork.api.Filter.Kind.INTEGER;
import static dev.outwork.api.Filter.Kind.STRING;
import static dev.outwork.api.Filter.Kind.STRINGS;

import dev.outwork.api.Filter;

/** Filters of the list of decision definitions. */
public enum DecisionDefinitionFilter implements Filter {
  DECISION_DEFINITION_ID("decisionDefinitionId", STRING),
  DECISION_DEFINITION_ID_IN("decisionDefinitionIdIn", STRINGS),
  NAME("name", STRING),
  NAME_LIKE("nameLike", STRING),
  DEPLOYMENT_ID("deploymentId", STRING),
  DEPLOYED_AFTER("deployedAfter", DATE),
  DEPLOYED_AT("deployedAt", DATE),
  KEY("key", STRING),
  KEY_LIKE("keyLike", STRING),
  CATEGORY("category", STRING),
  CATEGORY_LIKE("categoryLike", STRING),
  VERSION("version", INTEGER),
  LATEST_VERSION("latestVersion", FLAG),
  RESOURCE_NAME("resourceName", STRING),
  RESOURCE_NAME_LIKE("resourceNameLike", STRING),
  DECISION_REQUIREMENTS_DEFINITION_ID("decisionRequirementsDefinitionId", STRING),
  DECISION_REQUIREMENTS_DEFINITION_KEY("decisionRequirementsDefinitionKey", STRING),
  WITHOUT_DECISION_REQUIREMENTS_DEFINITION("withoutDecisionRequirementsDefinition", FLAG),
  TENANT_ID_IN("tenantIdIn", STRINGS),
  WITHOUT_TENANT_ID("withoutTenantId", FLAG),
  INCLUDE_DECISION_DEFINITIONS_WITHOUT_TENANT_ID("includeDecisionDefinitionsWithoutTenantId", FLAG),
  VERSION_TAG("versionTag", STRING),
  VERSION_TAG_LIKE("versionTagLike", STRING);

  private final String parameter;
  private final Kind kind;

  DecisionDefinitionFilter(String parameter, Kind kind) {
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
