package dev.outwork.engine.deployment;

import dev.outwork.api.ListQuery;
import dev.outwork.api.deployment.ProcessDefinitionFilter;
import dev.outwork.api.deployment.ProcessDefinitionSort;
import dev.outwork.engine.database.Conditions;
import dev.outwork.engine.database.Listing;
import dev.outwork.engine.incident.IncidentEntity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;
import java.util.List;

/** The list of process definitions (docs/rest-api.md, "Process definitions"). */
final class ProcessDefinitionList
    extends Listing<ProcessDefinitionEntity, ProcessDefinitionFilter, ProcessDefinitionSort> {
  ProcessDefinitionList(
      EntityManager entityManager,
      ListQuery<ProcessDefinitionFilter, ProcessDefinitionSort> query) {
    super(entityManager, ProcessDefinitionEntity.class, query);
  }

  @Override
  protected Predicate condition(
      ProcessDefinitionFilter filter, Object value, Conditions<ProcessDefinitionEntity> where) {
    return switch (filter) {
      case PROCESS_DEFINITION_ID -> where.is("id", value);
      case PROCESS_DEFINITION_ID_IN -> where.in("id", value);
      case CATEGORY -> where.is("category", value);
      case CATEGORY_LIKE -> where.like("category", value);
      case NAME -> where.is("name", value);
      case NAME_LIKE -> where.like("name", value);
      case DEPLOYMENT_ID -> where.is("deploymentId", value);
      case DEPLOYED_AFTER ->
          VersionConditions.deployed(where, other -> other.after("deployedAt", value));
      case DEPLOYED_AT -> VersionConditions.deployed(where, other -> other.is("deployedAt", value));
      case KEY -> where.is("key", value);
      case KEYS_IN -> where.in("key", value);
      case KEY_LIKE -> where.like("key", value);
      case VERSION -> where.is("version", value);
      case LATEST_VERSION -> VersionConditions.isLatest(ProcessDefinitionEntity.class, where);
      case RESOURCE_NAME -> where.is("resourceName", value);
      case RESOURCE_NAME_LIKE -> where.like("resourceName", value);
      case ACTIVE -> where.is("suspended", false);
      case SUSPENDED -> where.is("suspended", true);
      case TENANT_ID_IN ->
          where.tenantIn(
              value, asks(ProcessDefinitionFilter.INCLUDE_PROCESS_DEFINITIONS_WITHOUT_TENANT_ID));
      case INCLUDE_PROCESS_DEFINITIONS_WITHOUT_TENANT_ID ->
          where.build().conjunction(); // widens the condition above
      case WITHOUT_TENANT_ID -> where.isNull("tenantId");
      case VERSION_TAG -> where.is("versionTag", value);
      case VERSION_TAG_LIKE -> where.like("versionTag", value);
      case WITHOUT_VERSION_TAG -> where.isNull("versionTag");
      case STARTABLE_IN_TASKLIST -> where.is("startableInTasklist", true);
      case NOT_STARTABLE_IN_TASKLIST -> where.is("startableInTasklist", false);
      case STARTABLE_BY ->
          where.exists(
              CandidateStarterEntity.class,
              "id",
              (starter, id) ->
                  List.of(
                      starter.build().equal(starter.root().get("processDefinitionId"), id),
                      starter.is("userId", value)));
      case STARTABLE_PERMISSION_CHECK -> where.build().conjunction();
      case INCIDENT_ID -> incident(where, incident -> incident.is("id", value));
      case INCIDENT_TYPE -> incident(where, incident -> incident.is("type", value));
      case INCIDENT_MESSAGE -> incident(where, incident -> incident.is("message", value));
      case INCIDENT_MESSAGE_LIKE -> incident(where, incident -> incident.like("message", value));
    };
  }

  @Override
  protected Expression<?> sortedBy(
      ProcessDefinitionSort key, Conditions<ProcessDefinitionEntity> where) {
    return switch (key) {
      case CATEGORY -> where.root().get("category");
      case KEY -> where.root().get("key");
      case ID -> where.root().get("id");
      case NAME -> where.root().get("name");
      case VERSION -> where.root().get("version");
      // Definitions of one deployment are adjacent either way, and ids of deployments grow with
      // time.
      case DEPLOYMENT_ID, DEPLOY_TIME -> where.root().get("deploymentId");
      case TENANT_ID -> where.root().get("tenantId");
      case VERSION_TAG -> where.root().get("versionTag");
    };
  }

  private interface OfIncident {
    Predicate holds(Conditions<IncidentEntity> incident);
  }

  private static Predicate incident(
      Conditions<ProcessDefinitionEntity> where, OfIncident condition) {
    return where.exists(
        IncidentEntity.class,
        "id",
        (incident, id) ->
            List.of(
                incident.build().equal(incident.root().get("processDefinitionId"), id),
                incident.is("state", "OPEN"),
                condition.holds(incident)));
  }
}
