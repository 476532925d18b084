package dev.outwork.engine.job;

import dev.outwork.api.ListQuery;
import dev.outwork.api.job.JobFilter;
import dev.outwork.api.job.JobSort;
import dev.outwork.engine.database.Conditions;
import dev.outwork.engine.database.Listing;
import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;
import java.time.Instant;
import java.util.List;

/** The list of jobs (docs/rest-api.md, "Jobs"). */
final class JobList extends Listing<JobEntity, JobFilter, JobSort> {
  private static final List<JobType> TIMERS =
      List.of(
          JobType.TIMER, JobType.TIMER_START, JobType.SUSPEND_PROCESS, JobType.ACTIVATE_PROCESS);

  private final Instant now;

  JobList(EntityManager entityManager, ListQuery<JobFilter, JobSort> query, Instant now) {
    super(entityManager, JobEntity.class, query);
    this.now = now;
  }

  @Override
  protected Predicate condition(JobFilter filter, Object value, Conditions<JobEntity> where) {
    return switch (filter) {
      case JOB_ID -> where.is("id", value);
      case JOB_IDS -> where.in("id", value);
      case JOB_DEFINITION_ID, ACQUIRED -> where.build().disjunction();
      case PROCESS_INSTANCE_ID -> where.is("processInstanceId", value);
      case PROCESS_INSTANCE_IDS -> where.in("processInstanceId", value);
      case EXECUTION_ID -> where.is("executionId", value);
      case PROCESS_DEFINITION_ID -> where.is("processDefinitionId", value);
      case PROCESS_DEFINITION_KEY -> where.is("definitionKey", value);
      case ACTIVITY_ID -> where.is("activityId", value);
      case FAILED_ACTIVITY_ID -> where.is("failedActivityId", value);
      case WITH_RETRIES_LEFT -> where.isNot("retries", 0);
      case NO_RETRIES_LEFT -> where.is("retries", 0);
      case EXECUTABLE ->
          where
              .build()
              .and(where.isNot("retries", 0), where.build().not(where.after("dueAt", now)));
      case TIMERS -> where.in("type", TIMERS);
      case MESSAGES -> where.notIn("type", TIMERS);
      case WITH_EXCEPTION -> where.isNotNull("exceptionMessage");
      case EXCEPTION_MESSAGE -> where.is("exceptionMessage", value);
      case DUE_AFTER -> where.after("dueAt", value);
      case DUE_BEFORE -> where.before("dueAt", value);
      case CREATED_AFTER -> where.after("createdAt", value);
      case CREATED_BEFORE -> where.before("createdAt", value);
      case ACTIVE -> where.is("suspended", false);
      case SUSPENDED -> where.is("suspended", true);
      case PRIORITY_HIGHER_THAN_OR_EQUALS -> where.atLeast("priority", value);
      case PRIORITY_LOWER_THAN_OR_EQUALS -> where.atMost("priority", value);
      case TENANT_ID_IN -> where.tenantIn(value, asks(JobFilter.INCLUDE_JOBS_WITHOUT_TENANT_ID));
      case INCLUDE_JOBS_WITHOUT_TENANT_ID ->
          where.build().conjunction(); // widens the condition above
      case WITHOUT_TENANT_ID -> where.isNull("tenantId");
    };
  }

  @Override
  protected Expression<?> sortedBy(JobSort key, Conditions<JobEntity> where) {
    return where
        .root()
        .get(
            switch (key) {
              case ID -> "id";
              case EXECUTION_ID -> "executionId";
              case PROCESS_INSTANCE_ID -> "processInstanceId";
              case PROCESS_DEFINITION_ID -> "processDefinitionId";
              case PROCESS_DEFINITION_KEY -> "definitionKey";
              case RETRIES -> "retries";
              case DUE_DATE -> "dueAt";
              case PRIORITY -> "priority";
              case TENANT_ID -> "tenantId";
            });
  }
}
