package dev.outwork.engine.instance;

import dev.outwork.api.ListQuery;
import dev.outwork.api.instance.ExecutionFilter;
import dev.outwork.api.instance.ExecutionSort;
import dev.outwork.engine.database.Conditions;
import dev.outwork.engine.database.Listing;
import dev.outwork.engine.deployment.ProcessDefinitionEntity;
import dev.outwork.engine.incident.IncidentEntity;
import dev.outwork.engine.variable.VariableConditions;
import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;
import java.util.List;
import java.util.function.Function;

/** Lists of executions (docs/rest-api.md, "Executions"). */
final class ExecutionList extends Listing<ExecutionEntity, ExecutionFilter, ExecutionSort> {
  private final EntityManager entityManager;

  ExecutionList(EntityManager entityManager, ListQuery<ExecutionFilter, ExecutionSort> query) {
    super(entityManager, ExecutionEntity.class, query);
    this.entityManager = entityManager;
  }

  // Of active and suspended, suspended wins.
  @Override
  protected boolean onlyModifies(ExecutionFilter filter) {
    return filter == ExecutionFilter.ACTIVE && asks(ExecutionFilter.SUSPENDED);
  }

  @Override
  protected Predicate condition(
      ExecutionFilter filter, Object value, Conditions<ExecutionEntity> where) {
    return switch (filter) {
      case PROCESS_DEFINITION_KEY ->
          ProcessDefinitionEntity.hasKeyIn(List.of(value), "definitionId", where, entityManager);
      case BUSINESS_KEY -> where.is("businessKey", value);
      case PROCESS_DEFINITION_ID -> where.is("definitionId", value);
      case PROCESS_INSTANCE_ID -> where.is("processInstanceId", value);
      case ACTIVITY_ID -> where.is("activityId", value);
      case SIGNAL_EVENT_SUBSCRIPTION_NAME -> listensFor("SIGNAL", value, where);
      case MESSAGE_EVENT_SUBSCRIPTION_NAME -> listensFor("MESSAGE", value, where);
      case VARIABLES -> VariableConditions.allHold(value, "id", true, where);
      case PROCESS_VARIABLES -> VariableConditions.allHold(value, "processInstanceId", true, where);
      case ACTIVE -> where.is("state", "ACTIVE");
      case SUSPENDED -> where.is("state", "SUSPENDED");
      case INCIDENT_ID -> incident(where, incident -> incident.is("id", value));
      case INCIDENT_TYPE -> incident(where, incident -> incident.is("type", value));
      case INCIDENT_MESSAGE -> incident(where, incident -> incident.is("message", value));
      case INCIDENT_MESSAGE_LIKE -> incident(where, incident -> incident.like("message", value));
      case TENANT_ID_IN -> where.in("tenantId", value);
    };
  }

  @Override
  protected Expression<?> sortedBy(ExecutionSort key, Conditions<ExecutionEntity> where) {
    return where
        .root()
        .get(
            switch (key) {
              case INSTANCE_ID -> "processInstanceId";
              case DEFINITION_KEY -> "definitionKey";
              case DEFINITION_ID -> "definitionId";
              case TENANT_ID -> "tenantId";
            });
  }

  private static Predicate listensFor(String type, Object name, Conditions<ExecutionEntity> where) {
    return where.exists(
        SubscriptionOfExecutionEntity.class,
        "id",
        (subscription, id) ->
            List.of(
                subscription.build().equal(subscription.root().get("executionId"), id),
                subscription.is("type", type),
                subscription.is("eventName", name)));
  }

  private static Predicate incident(
      Conditions<ExecutionEntity> where, Function<Conditions<IncidentEntity>, Predicate> that) {
    return where.exists(
        IncidentEntity.class,
        "id",
        (incident, id) ->
            List.of(
                incident.build().equal(incident.root().get("executionId"), id),
                incident.is("state", "OPEN"),
                that.apply(incident)));
  }
}
