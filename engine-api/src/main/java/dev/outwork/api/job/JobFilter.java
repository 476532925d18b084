package dev.outwork.api.job;

import static dev.outwork.api.Filter.Kind.DATE;
import static dev.outwork.api.Filter.Kind.FLAG;
import static dev.outwork.api.Filter.Kind.LONG;
import static dev.outwork.api.Filter.Kind.STRING;
import static dev.outwork.api.Filter.Kind.STRINGS;

import dev.outwork.api.Filter;

/** Filters of the list of jobs (docs/rest-api.md, "Jobs"). */
public enum JobFilter implements Filter {
  JOB_ID("jobId", STRING),
  JOB_IDS("jobIds", STRINGS),
  /** There are no job definitions: none matches. */
  JOB_DEFINITION_ID("jobDefinitionId", STRING),
  PROCESS_INSTANCE_ID("processInstanceId", STRING),
  PROCESS_INSTANCE_IDS("processInstanceIds", STRINGS),
  EXECUTION_ID("executionId", STRING),
  PROCESS_DEFINITION_ID("processDefinitionId", STRING),
  PROCESS_DEFINITION_KEY("processDefinitionKey", STRING),
  ACTIVITY_ID("activityId", STRING),
  FAILED_ACTIVITY_ID("failedActivityId", STRING),
  WITH_RETRIES_LEFT("withRetriesLeft", FLAG),
  NO_RETRIES_LEFT("noRetriesLeft", FLAG),
  /** Due and with retries left. */
  EXECUTABLE("executable", FLAG),
  TIMERS("timers", FLAG),
  /** All jobs but timers. */
  MESSAGES("messages", FLAG),
  WITH_EXCEPTION("withException", FLAG),
  EXCEPTION_MESSAGE("exceptionMessage", STRING),
  /** Later than this; in the REST API a condition of {@code dueDates}. */
  DUE_AFTER("dueAfter", DATE),
  /** Earlier than this; in the REST API a condition of {@code dueDates}. */
  DUE_BEFORE("dueBefore", DATE),
  /** Later than this; in the REST API a condition of {@code createTimes}. */
  CREATED_AFTER("createdAfter", DATE),
  /** Earlier than this; in the REST API a condition of {@code createTimes}. */
  CREATED_BEFORE("createdBefore", DATE),
  ACTIVE("active", FLAG),
  SUSPENDED("suspended", FLAG),
  /** Jobs are executed without being acquired first: none matches. */
  ACQUIRED("acquired", FLAG),
  PRIORITY_HIGHER_THAN_OR_EQUALS("priorityHigherThanOrEquals", LONG),
  PRIORITY_LOWER_THAN_OR_EQUALS("priorityLowerThanOrEquals", LONG),
  TENANT_ID_IN("tenantIdIn", STRINGS),
  INCLUDE_JOBS_WITHOUT_TENANT_ID("includeJobsWithoutTenantId", FLAG),
  WITHOUT_TENANT_ID("withoutTenantId", FLAG);

  private final String parameter;
  private final Kind kind;

  JobFilter(String parameter, Kind kind) {
    this.parameter = parameter;
    this.kind = kind;
  }

  @Override
  public String parameter() {
    return parameter;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
