package dev.outwork.engine.history;

import dev.outwork.api.ListQuery;
import dev.outwork.api.history.ExternalTaskLogFilter;
import dev.outwork.api.history.ExternalTaskLogSort;
import dev.outwork.engine.database.Conditions;
import dev.outwork.engine.database.Listing;
import dev.outwork.engine.instance.ActivityInstanceEntity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import java.util.List;

/** The list of entries of the external task log (docs/rest-api.md, "External task log"). */
final class ExternalTaskLogList
    extends Listing<ExternalTaskLogEntity, ExternalTaskLogFilter, ExternalTaskLogSort> {
  private final ExternalTaskLogStore store;

  ExternalTaskLogList(
      EntityManager entityManager,
      ListQuery<ExternalTaskLogFilter, ExternalTaskLogSort> query,
      ExternalTaskLogStore store) {
    super(entityManager, ExternalTaskLogEntity.class, query);
    this.store = store;
  }

  @Override
  protected Predicate condition(
      ExternalTaskLogFilter filter, Object value, Conditions<ExternalTaskLogEntity> where) {
    return switch (filter) {
      case LOG_ID -> where.is("id", value);
      case EXTERNAL_TASK_ID -> isOfTask(where, (String) value);
      case TOPIC_NAME -> where.is("topicName", value);
      case WORKER_ID -> where.is("workerId", value);
      case ERROR_MESSAGE -> where.is("errorMessage", value);
      case ACTIVITY_ID_IN -> where.in("activityId", value);
      case ACTIVITY_INSTANCE_ID_IN -> isAtOneOf(where, withoutActivityIds(value));
      case EXECUTION_ID_IN -> isAtOneOf(where, value);
      case PROCESS_INSTANCE_ID -> where.is("processInstanceId", value);
      case PROCESS_DEFINITION_ID ->
          where.build().equal(where.root().get("instance").get("definitionId"), value);
      case PROCESS_DEFINITION_KEY ->
          where.build().equal(where.root().get("instance").get("definitionKey"), value);
      case PRIORITY_HIGHER_THAN_OR_EQUALS -> where.atLeast("priority", value);
      case PRIORITY_LOWER_THAN_OR_EQUALS -> where.atMost("priority", value);
      case TENANT_ID_IN -> where.in("tenantId", value);
      case WITHOUT_TENANT_ID -> where.isNull("tenantId");
      case CREATION_LOG -> where.is("kind", "CREATED");
      case FAILURE_LOG -> where.is("kind", "FAILED");
      case SUCCESS_LOG -> where.is("kind", "SUCCESSFUL");
      case DELETION_LOG -> where.is("kind", "DELETED");
    };
  }

  @Override
  protected Expression<?> sortedBy(
      ExternalTaskLogSort key, Conditions<ExternalTaskLogEntity> where) {
    Path<?> line = where.root();
    return switch (key) {
      case TIMESTAMP -> line.get("loggedAt");
      case EXTERNAL_TASK_ID -> line.get("externalTaskId");
      case RETRIES -> line.get("retries");
      case PRIORITY -> line.get("priority");
      case TOPIC_NAME -> line.get("topicName");
      case WORKER_ID -> line.get("workerId");
      case ACTIVITY_ID -> line.get("activityId");
      case ACTIVITY_INSTANCE_ID, EXECUTION_ID -> line.get("activityInstanceId");
      case PROCESS_INSTANCE_ID -> line.get("processInstanceId");
      case PROCESS_DEFINITION_ID -> line.get("instance").get("definitionId");
      case PROCESS_DEFINITION_KEY -> line.get("instance").get("definitionKey");
      case TENANT_ID -> line.get("tenantId");
    };
  }

  // Entries are indexed by their instance, not by their task or activity: such an index would slow
  // down every write.
  private Predicate isOfTask(Conditions<ExternalTaskLogEntity> where, String taskId) {
    List<String> instances = store.instancesOf(taskId);
    return instances.isEmpty()
        ? where.build().disjunction()
        : where
            .build()
            .and(where.is("externalTaskId", taskId), where.in("processInstanceId", instances));
  }

  private static Predicate isAtOneOf(
      Conditions<ExternalTaskLogEntity> where, Object activityInstanceIds) {
    return where
        .build()
        .and(
            where.in("activityInstanceId", activityInstanceIds),
            where.inThoseOf(
                "processInstanceId",
                ActivityInstanceEntity.class,
                "processInstanceId",
                activity -> activity.in("id", activityInstanceIds)));
  }

  // The REST API uses <activity id>:<id>.
  private static List<String> withoutActivityIds(Object activityInstanceIds) {
    return ((List<?>) activityInstanceIds)
        .stream().map(String.class::cast).map(id -> id.substring(id.lastIndexOf(':') + 1)).toList();
  }
}
