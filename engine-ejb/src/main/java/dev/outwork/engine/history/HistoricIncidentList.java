package dev.outwork.engine.history;

import dev.outwork.api.ListQuery;
import dev.outwork.api.history.HistoricIncidentFilter;
import dev.outwork.api.history.HistoricIncidentSort;
import dev.outwork.engine.database.Conditions;
import dev.outwork.engine.database.Listing;
import dev.outwork.engine.incident.IncidentEntity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;

/** The list of open and ended incidents (docs/rest-api.md, "Historic incidents"). */
final class HistoricIncidentList
    extends Listing<IncidentEntity, HistoricIncidentFilter, HistoricIncidentSort> {
  HistoricIncidentList(
      EntityManager entityManager, ListQuery<HistoricIncidentFilter, HistoricIncidentSort> query) {
    super(entityManager, IncidentEntity.class, query);
  }

  @Override
  protected Predicate condition(
      HistoricIncidentFilter filter, Object value, Conditions<IncidentEntity> where) {
    return switch (filter) {
      case INCIDENT_ID -> where.is("id", value);
      case INCIDENT_TYPE -> where.is("type", value);
      case INCIDENT_MESSAGE -> where.is("message", value);
      case INCIDENT_MESSAGE_LIKE -> where.like("message", value);
      case PROCESS_DEFINITION_ID -> where.is("processDefinitionId", value);
      case PROCESS_DEFINITION_KEY -> where.is("definitionKey", value);
      case PROCESS_DEFINITION_KEY_IN -> where.in("definitionKey", value);
      case PROCESS_INSTANCE_ID -> where.is("processInstanceId", value);
      case EXECUTION_ID -> where.is("executionId", value);
      case CREATE_TIME_BEFORE -> where.before("createdAt", value);
      case CREATE_TIME_AFTER -> where.after("createdAt", value);
      case END_TIME_BEFORE -> where.before("endedAt", value);
      case END_TIME_AFTER -> where.after("endedAt", value);
      case ACTIVITY_ID -> where.is("activityId", value);
      case FAILED_ACTIVITY_ID -> where.is("failedActivityId", value);
      case CAUSE_INCIDENT_ID -> where.is("causeIncidentId", value);
      case ROOT_CAUSE_INCIDENT_ID -> where.is("rootCauseIncidentId", value);
      case CONFIGURATION -> where.is("configuration", value);
      case HISTORY_CONFIGURATION -> where.is("historyConfiguration", value);
      case OPEN -> where.is("state", "OPEN");
      case RESOLVED -> where.is("state", "RESOLVED");
      case DELETED -> where.is("state", "DELETED");
      case TENANT_ID_IN -> where.in("tenantId", value);
      case WITHOUT_TENANT_ID -> where.isNull("tenantId");
      // There are no job definitions.
      case JOB_DEFINITION_ID_IN -> where.build().disjunction();
    };
  }

  @Override
  protected Expression<?> sortedBy(HistoricIncidentSort key, Conditions<IncidentEntity> where) {
    return where
        .root()
        .get(
            switch (key) {
              case INCIDENT_ID -> "id";
              case INCIDENT_MESSAGE -> "message";
              case CREATE_TIME -> "createdAt";
              case END_TIME -> "endedAt";
              case INCIDENT_TYPE -> "type";
              case EXECUTION_ID -> "executionId";
              case ACTIVITY_ID -> "activityId";
              case PROCESS_INSTANCE_ID -> "processInstanceId";
              case PROCESS_DEFINITION_ID -> "processDefinitionId";
              case PROCESS_DEFINITION_KEY -> "definitionKey";
              case CAUSE_INCIDENT_ID -> "causeIncidentId";
              case ROOT_CAUSE_INCIDENT_ID -> "rootCauseIncidentId";
              case CONFIGURATION -> "configuration";
              case HISTORY_CONFIGURATION -> "historyConfiguration";
              case TENANT_ID -> "tenantId";
              case INCIDENT_STATE -> "state";
            });
  }
}
