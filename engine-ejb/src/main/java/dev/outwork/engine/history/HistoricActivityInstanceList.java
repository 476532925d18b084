package dev.outwork.engine.history;

import dev.outwork.api.ListQuery;
import dev.outwork.api.history.HistoricActivityInstanceFilter;
import dev.outwork.api.history.HistoricActivityInstanceSort;
import dev.outwork.engine.database.Conditions;
import dev.outwork.engine.database.Listing;
import dev.outwork.engine.instance.ActivityInstanceEntity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import java.util.Collection;
import java.util.List;

/** The list of running and ended activities (docs/rest-api.md, "Historic activity instances"). */
final class HistoricActivityInstanceList
    extends Listing<
        ActivityInstanceEntity, HistoricActivityInstanceFilter, HistoricActivityInstanceSort> {
  private final ActivityNames names;

  HistoricActivityInstanceList(
      EntityManager entityManager,
      ListQuery<HistoricActivityInstanceFilter, HistoricActivityInstanceSort> query,
      ActivityNames names) {
    super(entityManager, ActivityInstanceEntity.class, query);
    this.names = names;
  }

  // An activity that a job has yet to enter has not started.
  @Override
  protected List<Predicate> always(Conditions<ActivityInstanceEntity> where) {
    return List.of(where.isNotNull("startedAt"));
  }

  @Override
  protected Predicate condition(
      HistoricActivityInstanceFilter filter,
      Object value,
      Conditions<ActivityInstanceEntity> where) {
    return switch (filter) {
      case ACTIVITY_INSTANCE_ID -> where.is("id", executionId((String) value));
      case PROCESS_INSTANCE_ID -> where.is("processInstanceId", value);
      case PROCESS_INSTANCE_ID_IN -> where.in("processInstanceId", value);
      case PROCESS_DEFINITION_ID -> where.build().equal(ofInstance("definitionId", where), value);
      case PROCESS_DEFINITION_KEY -> where.build().equal(ofInstance("definitionKey", where), value);
      case EXECUTION_ID -> where.is("id", value);
      case ACTIVITY_ID -> where.is("activityId", value);
      case ACTIVITY_ID_IN -> where.in("activityId", value);
      case ACTIVITY_NAME -> isOneOf(names.equalTo((String) value), where);
      case ACTIVITY_NAME_LIKE -> isOneOf(names.like((String) value), where);
      case ACTIVITY_TYPE -> where.is("activityType", value);
      case TASK_ASSIGNEE -> isAssignedTo(value, where);
      case FINISHED -> where.isNotNull("endedAt");
      case UNFINISHED -> where.isNull("endedAt");
      case COMPLETE_SCOPE -> where.is("completeScope", true);
      case CANCELED -> where.is("canceled", true);
      case STARTED_BEFORE -> where.before("startedAt", value);
      case STARTED_AFTER -> where.after("startedAt", value);
      case FINISHED_BEFORE -> where.before("endedAt", value);
      case FINISHED_AFTER -> where.after("endedAt", value);
      case TENANT_ID_IN -> ofInstance("tenantId", where).in((Collection<?>) value);
      case WITHOUT_TENANT_ID -> where.build().isNull(ofInstance("tenantId", where));
    };
  }

  @Override
  protected Expression<?> sortedBy(
      HistoricActivityInstanceSort key, Conditions<ActivityInstanceEntity> where) {
    return switch (key) {
      // Ids reflect the order in which tokens started.
      case ACTIVITY_INSTANCE_ID, EXECUTION_ID, OCCURRENCE -> where.root().get("id");
      case INSTANCE_ID -> where.root().get("processInstanceId");
      // Names are not in the database; the id is the closest substitute.
      case ACTIVITY_ID, ACTIVITY_NAME -> where.root().get("activityId");
      case ACTIVITY_TYPE -> where.root().get("activityType");
      case START_TIME -> where.root().get("startedAt");
      case END_TIME -> where.root().get("endedAt");
      case DEFINITION_ID -> ofInstance("definitionId", where);
      case TENANT_ID -> ofInstance("tenantId", where);
    };
  }

  /** The last part of {@code <activityId>:<executionId>}. */
  static String executionId(String activityInstanceId) {
    return activityInstanceId.substring(activityInstanceId.lastIndexOf(':') + 1);
  }

  private static Predicate isOneOf(
      List<ActivityNames.Named> named, Conditions<ActivityInstanceEntity> where) {
    return where
        .build()
        .or(
            named.stream()
                .map(
                    one ->
                        where.all(
                            List.of(
                                ofInstance("definitionId", where).in(one.definitionIds()),
                                where.in("activityId", one.activityIds()))))
                .toArray(Predicate[]::new));
  }

  private static Path<Object> ofInstance(
      String attribute, Conditions<ActivityInstanceEntity> where) {
    return where.root().get("instance").get(attribute);
  }

  private static Predicate isAssignedTo(Object assignee, Conditions<ActivityInstanceEntity> where) {
    return where.exists(
        TaskOfActivityEntity.class,
        "id",
        (task, id) ->
            List.of(
                task.build().equal(task.root().get("activityInstanceId"), id),
                task.is("assignee", assignee)));
  }
}
