package dev.outwork.engine.history;

import dev.outwork.api.ListQuery;
import dev.outwork.api.history.HistoricProcessInstanceFilter;
import dev.outwork.api.history.HistoricProcessInstanceSort;
import dev.outwork.engine.database.Conditions;
import dev.outwork.engine.database.Listing;
import dev.outwork.engine.incident.IncidentEntity;
import dev.outwork.engine.instance.ProcessInstanceEntity;
import dev.outwork.engine.variable.VariableConditions;
import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;
import java.util.List;

/** Lists of process instances, running and ended (wire section 6.7). */
final class HistoricProcessInstanceList
    extends Listing<
        ProcessInstanceEntity, HistoricProcessInstanceFilter, HistoricProcessInstanceSort> {
  private final EntityManager entityManager;

  HistoricProcessInstanceList(
      EntityManager entityManager,
      ListQuery<HistoricProcessInstanceFilter, HistoricProcessInstanceSort> query) {
    super(entityManager, ProcessInstanceEntity.class, query);
    this.entityManager = entityManager;
  }

  @Override
  protected HistoricProcessInstanceList askedBy(
      ListQuery<HistoricProcessInstanceFilter, HistoricProcessInstanceSort> group) {
    return new HistoricProcessInstanceList(entityManager, group);
  }

  @Override
  protected Predicate condition(
      HistoricProcessInstanceFilter filter, Object value, Conditions<ProcessInstanceEntity> where) {
    return switch (filter) {
      case PROCESS_INSTANCE_ID -> where.is("id", value);
      case PROCESS_INSTANCE_IDS -> where.in("id", value);
      case PROCESS_INSTANCE_ID_NOT_IN -> where.notIn("id", value);
      case PROCESS_DEFINITION_ID -> where.is("definitionId", value);
      case PROCESS_DEFINITION_KEY -> where.is("definitionKey", value);
      case PROCESS_DEFINITION_KEY_IN -> where.in("definitionKey", value);
      case PROCESS_DEFINITION_KEY_NOT_IN -> where.notIn("definitionKey", value);
      case PROCESS_DEFINITION_NAME -> where.build().equal(definitionName(where), value);
      case PROCESS_DEFINITION_NAME_LIKE ->
          where.build().like(definitionName(where), (String) value);
      case PROCESS_INSTANCE_BUSINESS_KEY -> where.is("businessKey", value);
      case PROCESS_INSTANCE_BUSINESS_KEY_IN -> where.in("businessKey", value);
      case PROCESS_INSTANCE_BUSINESS_KEY_LIKE -> where.like("businessKey", value);
      case ROOT_PROCESS_INSTANCES -> where.isNull("superId");
      case ROOT_PROCESS_INSTANCE_ID -> where.is("rootId", value);
      case SUPER_PROCESS_INSTANCE_ID -> where.is("superId", value);
      case SUB_PROCESS_INSTANCE_ID -> ProcessInstanceEntity.hasCalled(value, where);
      case FINISHED -> where.isNotNull("endedAt");
      case UNFINISHED -> where.isNull("endedAt");
      case ACTIVE -> where.is("state", "ACTIVE");
      case SUSPENDED -> where.is("state", "SUSPENDED");
      case COMPLETED -> where.is("state", "COMPLETED");
      case EXTERNALLY_TERMINATED -> where.is("state", "EXTERNALLY_TERMINATED");
      case INTERNALLY_TERMINATED -> where.is("state", "INTERNALLY_TERMINATED");
      case WITH_INCIDENTS -> hasHadIncidents(where);
      case STARTED_BEFORE -> where.before("startedAt", value);
      case STARTED_AFTER -> where.after("startedAt", value);
      case FINISHED_BEFORE -> where.before("endedAt", value);
      case FINISHED_AFTER -> where.after("endedAt", value);
      case VARIABLES -> VariableConditions.allHold(value, "id", true, where);
      case TENANT_ID_IN -> where.in("tenantId", value);
      case WITHOUT_TENANT_ID -> where.isNull("tenantId");
    };
  }

  @Override
  protected Expression<?> sortedBy(
      HistoricProcessInstanceSort key, Conditions<ProcessInstanceEntity> where) {
    return switch (key) {
      case INSTANCE_ID -> where.root().get("id");
      case DEFINITION_ID -> where.root().get("definitionId");
      case DEFINITION_KEY -> where.root().get("definitionKey");
      case DEFINITION_NAME -> definitionName(where);
      case DEFINITION_VERSION -> where.root().get("definition").get("version");
      case BUSINESS_KEY -> where.root().get("businessKey");
      case START_TIME -> where.root().get("startedAt");
      case END_TIME -> where.root().get("endedAt");
      case DURATION -> where.root().get("duration");
      case TENANT_ID -> where.root().get("tenantId");
    };
  }

  private static Expression<String> definitionName(Conditions<ProcessInstanceEntity> where) {
    return where.root().get("definition").get("name");
  }

  private static Predicate hasHadIncidents(Conditions<ProcessInstanceEntity> where) {
    return where.exists(
        IncidentEntity.class,
        "id",
        (incident, id) ->
            List.of(incident.build().equal(incident.root().get("processInstanceId"), id)));
  }
}
