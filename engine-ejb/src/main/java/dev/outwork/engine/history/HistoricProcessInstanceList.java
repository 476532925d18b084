package dev.outwork.engine.history;

import dev.outwork.api.ListQuery;
import dev.outwork.api.NotValidException;
import dev.outwork.api.history.HistoricProcessInstanceFilter;
import dev.outwork.api.history.HistoricProcessInstanceSort;
import dev.outwork.engine.database.Conditions;
import dev.outwork.engine.database.Listing;
import dev.outwork.engine.deployment.ProcessDefinitionEntity;
import dev.outwork.engine.incident.IncidentEntity;
import dev.outwork.engine.instance.ActivityInstanceEntity;
import dev.outwork.engine.instance.ProcessInstanceEntity;
import dev.outwork.engine.variable.VariableConditions;
import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;
import java.util.List;
import java.util.stream.Stream;

/**
 * The list of running and ended process instances (docs/rest-api.md, "Historic process instances").
 */
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
      case PROCESS_DEFINITION_KEY ->
          ProcessDefinitionEntity.hasKeyIn(List.of(value), "definitionId", where, entityManager);
      case PROCESS_DEFINITION_KEY_IN ->
          ProcessDefinitionEntity.hasKeyIn((List<?>) value, "definitionId", where, entityManager);
      case PROCESS_DEFINITION_KEY_NOT_IN -> where.notIn("definitionKey", value);
      case PROCESS_DEFINITION_NAME -> where.build().equal(definitionName(where), value);
      case PROCESS_DEFINITION_NAME_LIKE ->
          where.build().like(definitionName(where), (String) value);
      case PROCESS_INSTANCE_BUSINESS_KEY -> where.is("businessKey", value);
      case PROCESS_INSTANCE_BUSINESS_KEY_IN -> where.in("businessKey", value);
      case PROCESS_INSTANCE_BUSINESS_KEY_LIKE -> where.like("businessKey", value);
      case ROOT_PROCESS_INSTANCES -> where.isNull("superId");
      case ROOT_PROCESS_INSTANCE_ID -> ProcessInstanceEntity.isInTreeOf(value, where);
      case SUPER_PROCESS_INSTANCE_ID -> ProcessInstanceEntity.isCalledBy(value, where);
      case SUB_PROCESS_INSTANCE_ID -> ProcessInstanceEntity.hasCalled(value, where);
      case FINISHED -> where.isNotNull("endedAt");
      case UNFINISHED -> where.isNull("endedAt");
      case ACTIVE -> where.is("state", "ACTIVE");
      case SUSPENDED -> where.is("state", "SUSPENDED");
      case COMPLETED -> where.is("state", "COMPLETED");
      case EXTERNALLY_TERMINATED -> where.is("state", "EXTERNALLY_TERMINATED");
      case INTERNALLY_TERMINATED -> where.is("state", "INTERNALLY_TERMINATED");
      case WITH_JOBS_RETRYING -> retriesJobs(where);
      case WITH_INCIDENTS -> hasHad(where, incident -> incident.isNotNull("id"));
      case WITH_ROOT_INCIDENTS ->
          hasHad(
              where,
              incident ->
                  incident
                      .build()
                      .equal(
                          incident.root().get("rootCauseIncidentId"), incident.root().get("id")));
      case INCIDENT_ID_IN -> hasHad(where, incident -> incident.in("id", value));
      case INCIDENT_TYPE -> hasHad(where, incident -> incident.is("type", value));
      case INCIDENT_STATUS -> hasHad(where, incident -> incident.is("state", state(value)));
      case INCIDENT_MESSAGE -> hasHad(where, incident -> incident.is("message", value));
      case INCIDENT_MESSAGE_LIKE -> hasHad(where, incident -> incident.like("message", value));
      // An activity that a job has yet to enter has a position, but is not active.
      case ACTIVITY_ID_IN ->
          hasActivity(
              where,
              activity -> List.of(activity.in("activityId", value), activity.isNull("endedAt")));
      case ACTIVE_ACTIVITY_ID_IN ->
          hasActivity(
              where,
              activity ->
                  List.of(
                      activity.in("activityId", value),
                      activity.isNotNull("startedAt"),
                      activity.isNull("endedAt")));
      case EXECUTED_ACTIVITY_ID_IN ->
          hasActivity(
              where,
              activity -> List.of(activity.in("activityId", value), activity.isNotNull("endedAt")));
      case EXECUTED_ACTIVITY_BEFORE ->
          hasActivity(where, activity -> List.of(activity.until("startedAt", value)));
      case EXECUTED_ACTIVITY_AFTER ->
          hasActivity(
              where,
              activity ->
                  List.of(
                      activity
                          .build()
                          .or(
                              activity.since("startedAt", value),
                              activity.since("endedAt", value))));
      // There is no job log, starters are not recorded, and there are no cases.
      case EXECUTED_JOB_BEFORE,
          EXECUTED_JOB_AFTER,
          STARTED_BY,
          SUPER_CASE_INSTANCE_ID,
          SUB_CASE_INSTANCE_ID,
          CASE_INSTANCE_ID ->
          where.build().disjunction();
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

  private interface OfIncident {
    Predicate holds(Conditions<IncidentEntity> incident);
  }

  private static Predicate hasHad(Conditions<ProcessInstanceEntity> where, OfIncident condition) {
    return where.exists(
        IncidentEntity.class,
        "id",
        (incident, id) ->
            List.of(
                incident.build().equal(incident.root().get("processInstanceId"), id),
                condition.holds(incident)));
  }

  private static String state(Object incidentStatus) {
    return switch ((String) incidentStatus) {
      case "open" -> "OPEN";
      case "resolved" -> "RESOLVED";
      default ->
          throw new NotValidException(
              "Cannot filter by the incident status '%s': it must be 'open' or 'resolved'"
                  .formatted(incidentStatus));
    };
  }

  private interface OfActivity {
    List<Predicate> hold(Conditions<ActivityInstanceEntity> activity);
  }

  private static Predicate hasActivity(
      Conditions<ProcessInstanceEntity> where, OfActivity conditions) {
    return where.exists(
        ActivityInstanceEntity.class,
        "id",
        (activity, id) ->
            Stream.concat(
                    Stream.of(activity.build().equal(activity.root().get("processInstanceId"), id)),
                    conditions.hold(activity).stream())
                .toList());
  }

  private static Predicate retriesJobs(Conditions<ProcessInstanceEntity> where) {
    return where.exists(
        JobOfInstanceEntity.class,
        "id",
        (job, id) ->
            List.of(
                job.build().equal(job.root().get("processInstanceId"), id),
                job.isNotNull("exceptionMessage"),
                job.build().greaterThan(job.root().<Integer>get("retries"), 0)));
  }
}
