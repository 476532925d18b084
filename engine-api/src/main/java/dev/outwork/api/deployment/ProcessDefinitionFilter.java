package dev.outwork.api.deployment;

import static dev.outwork.api.Filter.Kind.DATE;
import static dev.outwork.api.Filter.Kind.FLAG;
import static dev.outwork.api.Filter.Kind.INTEGER;
import static dev.outwork.api.Filter.Kind.STRING;
import static dev.outwork.api.Filter.Kind.STRINGS;

import dev.outwork.api.Filter;

/** Filters of the list of process definitions (docs/rest-api.md, "Process definitions"). */
public enum ProcessDefinitionFilter implements Filter {
  PROCESS_DEFINITION_ID("processDefinitionId", STRING),
  PROCESS_DEFINITION_ID_IN("processDefinitionIdIn", STRINGS),
  CATEGORY("category", STRING),
  CATEGORY_LIKE("categoryLike", STRING),
  NAME("name", STRING),
  NAME_LIKE("nameLike", STRING),
  DEPLOYMENT_ID("deploymentId", STRING),
  DEPLOYED_AFTER("deployedAfter", DATE),
  DEPLOYED_AT("deployedAt", DATE),
  KEY("key", STRING),
  KEYS_IN("keysIn", STRINGS),
  KEY_LIKE("keyLike", STRING),
  VERSION("version", INTEGER),
  LATEST_VERSION("latestVersion", FLAG),
  RESOURCE_NAME("resourceName", STRING),
  RESOURCE_NAME_LIKE("resourceNameLike", STRING),
  ACTIVE("active", FLAG),
  SUSPENDED("suspended", FLAG),
  TENANT_ID_IN("tenantIdIn", STRINGS),
  WITHOUT_TENANT_ID("withoutTenantId", FLAG),
  INCLUDE_PROCESS_DEFINITIONS_WITHOUT_TENANT_ID("includeProcessDefinitionsWithoutTenantId", FLAG),
  VERSION_TAG("versionTag", STRING),
  VERSION_TAG_LIKE("versionTagLike", STRING),
  WITHOUT_VERSION_TAG("withoutVersionTag", FLAG),
  STARTABLE_IN_TASKLIST("startableInTasklist", FLAG),
  NOT_STARTABLE_IN_TASKLIST("notStartableInTasklist", FLAG),
  /** Definitions have no candidate starters: none matches. */
  STARTABLE_BY("startableBy", STRING),
  /** There are no permissions: the filter restricts nothing. */
  STARTABLE_PERMISSION_CHECK("startablePermissionCheck", FLAG),
  INCIDENT_ID("incidentId", STRING),
  INCIDENT_TYPE("incidentType", STRING),
  INCIDENT_MESSAGE("incidentMessage", STRING),
  INCIDENT_MESSAGE_LIKE("incidentMessageLike", STRING);

  private final String parameter;
  private final Kind kind;

  ProcessDefinitionFilter(String parameter, Kind kind) {
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
