package dev.outwork.engine.instance;

import dev.outwork.api.ListQuery;
import dev.outwork.api.instance.ProcessInstanceFilter;
import dev.outwork.api.instance.ProcessInstanceSort;
import dev.outwork.engine.database.Conditions;
import dev.outwork.engine.database.Listing;
import dev.outwork.engine.deployment.ProcessDefinitionEntity;
import dev.outwork.engine.incident.IncidentEntity;
import dev.outwork.engine.variable.VariableConditions;
import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;
import java.util.List;

/** Lists of running process instances (docs/rest-api.md, "Process instances"). */
final class ProcessInstanceList
    extends Listing<ProcessInstanceEntity, ProcessInstanceFilter, ProcessInstanceSort> {
  private final EntityManager entityManager;

  ProcessInstanceList(
      EntityManager entityManager, ListQuery<ProcessInstanceFilter, ProcessInstanceSort> query) {
    super(entityManager, ProcessInstanceEntity.class, query);
    this.entityManager = entityManager;
  }

  @Override
  protected ProcessInstanceList askedBy(
      ListQuery<ProcessInstanceFilter, ProcessInstanceSort> group) {
    return new ProcessInstanceList(entityManager, group);
  }

  // Of active and suspended, suspended wins.
  @Override
  protected boolean onlyModifies(ProcessInstanceFilter filter) {
    return filter == ProcessInstanceFilter.ACTIVE && asks(ProcessInstanceFilter.SUSPENDED);
  }

  @Override
  protected List<Predicate> always(Conditions<ProcessInstanceEntity> where) {
    return List.of(where.isNull("endedAt"));
  }

  @Override
  protected Predicate condition(
      ProcessInstanceFilter filter, Object value, Conditions<ProcessInstanceEntity> where) {
    return switch (filter) {
      case PROCESS_INSTANCE_IDS -> where.in("id", value);
      case DEPLOYMENT_ID ->
          where.build().equal(where.root().get("definition").get("deploymentId"), value);
      case PROCESS_DEFINITION_KEY ->
          ProcessDefinitionEntity.hasKeyIn(List.of(value), "definitionId", where, entityManager);
      case PROCESS_DEFINITION_KEY_IN ->
          ProcessDefinitionEntity.hasKeyIn((List<?>) value, "definitionId", where, entityManager);
      case PROCESS_DEFINITION_KEY_NOT_IN -> where.notIn("definitionKey", value);
      case BUSINESS_KEY -> where.is("businessKey", value);
      case BUSINESS_KEY_LIKE -> where.like("businessKey", value);
      case PROCESS_DEFINITION_ID -> where.is("definitionId", value);
      case PROCESS_DEFINITION_WITHOUT_TENANT_ID ->
          where.build().isNull(where.root().get("definition").get("tenantId"));
      case ACTIVE -> where.is("state", "ACTIVE");
      case SUSPENDED -> where.is("state", "SUSPENDED");
      case VARIABLES -> VariableConditions.allHold(value, "id", true, where);
      case WITH_INCIDENT -> incident(where, incident -> incident.isNotNull("id"));
      case INCIDENT_ID -> incident(where, incident -> incident.is("id", value));
      case INCIDENT_TYPE -> incident(where, incident -> incident.is("type", value));
      case INCIDENT_MESSAGE -> incident(where, incident -> incident.is("message", value));
      case INCIDENT_MESSAGE_LIKE -> incident(where, incident -> incident.like("message", value));
      case TENANT_ID_IN -> where.in("tenantId", value);
      case WITHOUT_TENANT_ID -> where.isNull("tenantId");
      case ACTIVITY_ID_IN -> isAtOneOf(where, value);
      case SUPER_PROCESS_INSTANCE -> ProcessInstanceEntity.isCalledBy(value, where);
      case SUB_PROCESS_INSTANCE -> ProcessInstanceEntity.hasCalled(value, where);
      case ROOT_PROCESS_INSTANCE_ID -> ProcessInstanceEntity.isInTreeOf(value, where);
      case ROOT_PROCESS_INSTANCES -> where.isNull("superId");
      case LEAF_PROCESS_INSTANCES -> where.build().not(callsAny(where));
      case CASE_INSTANCE_ID, SUPER_CASE_INSTANCE, SUB_CASE_INSTANCE -> where.build().disjunction();
    };
  }

  @Override
  protected Expression<?> sortedBy(
      ProcessInstanceSort key, Conditions<ProcessInstanceEntity> where) {
    return switch (key) {
      case INSTANCE_ID -> where.root().get("id");
      case DEFINITION_KEY -> where.root().get("definitionKey");
      case DEFINITION_ID -> where.root().get("definitionId");
      case TENANT_ID -> where.root().get("tenantId");
      case BUSINESS_KEY -> where.root().get("businessKey");
    };
  }

  private static Predicate callsAny(Conditions<ProcessInstanceEntity> where) {
    return where.exists(
        ProcessInstanceEntity.class,
        "id",
        (called, id) ->
            List.of(
                called.build().equal(called.root().get("superId"), id), called.isNull("endedAt")));
  }

  private interface OfIncident {
    Predicate holds(Conditions<IncidentEntity> incident);
  }

  private static Predicate incident(Conditions<ProcessInstanceEntity> where, OfIncident condition) {
    return where.exists(
        IncidentEntity.class,
        "id",
        (incident, id) ->
            List.of(
                incident.build().equal(incident.root().get("processInstanceId"), id),
                incident.is("state", "OPEN"),
                condition.holds(incident)));
  }

  private static Predicate isAtOneOf(Conditions<ProcessInstanceEntity> where, Object activityIds) {
    return where.exists(
        ActivityInstanceEntity.class,
        "id",
        (activity, id) ->
            List.of(
                activity.build().equal(activity.root().get("processInstanceId"), id),
                activity.in("activityId", activityIds),
                activity.isNull("endedAt")));
  }
}
