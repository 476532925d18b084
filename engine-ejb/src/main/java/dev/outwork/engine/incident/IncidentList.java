package dev.outwork.engine.incident;

import dev.outwork.api.ListQuery;
import dev.outwork.api.incident.IncidentFilter;
import dev.outwork.api.incident.IncidentSort;
import dev.outwork.engine.database.Conditions;
import dev.outwork.engine.database.Listing;
import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;
import java.util.List;

/** The list of open incidents (docs/rest-api.md, "Incidents"). */
final class IncidentList extends Listing<IncidentEntity, IncidentFilter, IncidentSort> {
  IncidentList(EntityManager entityManager, ListQuery<IncidentFilter, IncidentSort> query) {
    super(entityManager, IncidentEntity.class, query);
  }

  @Override
  protected List<Predicate> always(Conditions<IncidentEntity> where) {
    return List.of(where.is("state", "OPEN"));
  }

  @Override
  protected Predicate condition(
      IncidentFilter filter, Object value, Conditions<IncidentEntity> where) {
    return switch (filter) {
      case INCIDENT_ID -> where.is("id", value);
      case CAUSE_INCIDENT_ID -> where.is("causeIncidentId", value);
      case ROOT_CAUSE_INCIDENT_ID -> where.is("rootCauseIncidentId", value);
      case INCIDENT_TYPE -> where.is("type", value);
      case INCIDENT_MESSAGE -> where.is("message", value);
      case INCIDENT_MESSAGE_LIKE -> where.like("message", value);
      case PROCESS_DEFINITION_ID -> where.is("processDefinitionId", value);
      case PROCESS_DEFINITION_KEY_IN -> where.in("definitionKey", value);
      case PROCESS_INSTANCE_ID -> where.is("processInstanceId", value);
      case EXECUTION_ID -> where.is("executionId", value);
      case INCIDENT_TIMESTAMP_BEFORE -> where.before("createdAt", value);
      case INCIDENT_TIMESTAMP_AFTER -> where.after("createdAt", value);
      case ACTIVITY_ID -> where.is("activityId", value);
      case FAILED_ACTIVITY_ID -> where.is("failedActivityId", value);
      case CONFIGURATION -> where.is("configuration", value);
      case TENANT_ID_IN -> where.in("tenantId", value);
      // There are no job definitions.
      case JOB_DEFINITION_ID_IN -> where.build().disjunction();
    };
  }

  @Override
  protected Expression<?> sortedBy(IncidentSort key, Conditions<IncidentEntity> where) {
    return where
        .root()
        .get(
            switch (key) {
              case INCIDENT_ID -> "id";
              case CAUSE_INCIDENT_ID -> "causeIncidentId";
              case ROOT_CAUSE_INCIDENT_ID -> "rootCauseIncidentId";
              case INCIDENT_MESSAGE -> "message";
              case INCIDENT_TIMESTAMP -> "createdAt";
              case INCIDENT_TYPE -> "type";
              case EXECUTION_ID -> "executionId";
              case ACTIVITY_ID -> "activityId";
              case PROCESS_INSTANCE_ID -> "processInstanceId";
              case PROCESS_DEFINITION_ID -> "processDefinitionId";
              case CONFIGURATION -> "configuration";
              case TENANT_ID -> "tenantId";
            });
  }
}
