package dev.outwork.engine.job;

import dev.outwork.api.deployment.ProcessDefinition;
import dev.outwork.engine.bpmn.RetryTimeCycle;
import dev.outwork.engine.bpmn.Schedule;
import dev.outwork.engine.database.Ids;
import dev.outwork.engine.database.Row;
import dev.outwork.engine.deployment.PlannedSuspension;
import dev.outwork.engine.token.Instance;
import dev.outwork.engine.token.JobOrder;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * A job as it is stored.
 *
 * @param executionId the activity or process instance that waits for it; null for one that starts
 *     an instance
 * @param activityId the node that it acts on; of a timer the event; null if it acts on definitions
 * @param processInstanceId null for one that starts an instance, or acts on definitions
 * @param processDefinitionId null if it acts on all definitions of the key
 * @param scheduledAt what the next time of a cycle is counted from, however late it is tried
 * @param repeatLeft null if the timer is not due again
 * @param payload as JSON what is delivered, or whether instances are included; null for timers and
 *     continuations
 * @param retryTimeCycle null for the default
 */
public record JobRow(
    String id,
    JobType type,
    String executionId,
    String activityId,
    String processInstanceId,
    String processDefinitionId,
    String definitionKey,
    String tenantId,
    Instant dueAt,
    Instant scheduledAt,
    String repeatLeft,
    String payload,
    int retries,
    String retryTimeCycle,
    long priority,
    boolean suspended,
    Instant createdAt) {
  static JobRow read(Row row) {
    return new JobRow(
        row.text("id"),
        row.constant("type", JobType.class),
        row.text("execution_id"),
        row.text("activity_id"),
        row.text("process_instance_id"),
        row.text("process_definition_id"),
        row.text("definition_key"),
        row.text("tenant_id"),
        row.instant("due_at"),
        row.instant("scheduled_at"),
        row.text("repeat_left"),
        row.text("payload"),
        row.integer("retries"),
        row.text("retry_time_cycle"),
        row.number("priority"),
        row.flag("suspended"),
        row.instant("created_at"));
  }

  static JobRow of(Instance instance, JobOrder order, Instant now) {
    return new JobRow(
        Ids.next(),
        JobType.valueOf(order.type().name()),
        order.activityInstanceId(),
        order.activityId(),
        instance.id(),
        instance.definitionId(),
        instance.definitionKey(),
        instance.tenantId(),
        order.dueAt(),
        order.dueAt(),
        order.repeat(),
        null,
        retryPolicy(order.retryTimeCycle()).attempts(),
        order.retryTimeCycle(),
        order.priority(),
        instance.suspended(),
        now);
  }

  /** A timer that starts instances of a definition. */
  static JobRow ofStart(
      ProcessDefinition definition,
      String startEventId,
      Schedule schedule,
      String retryTimeCycle,
      long priority,
      Instant now) {
    return new JobRow(
        Ids.next(),
        JobType.TIMER_START,
        null,
        startEventId,
        null,
        definition.id(),
        definition.key(),
        definition.tenantId(),
        schedule.dueAt(),
        schedule.dueAt(),
        schedule.repeat(),
        null,
        retryPolicy(retryTimeCycle).attempts(),
        retryTimeCycle,
        priority,
        false,
        now);
  }

  /**
   * Something to be delivered at once, by the handler of {@link JobType#SIGNAL}.
   *
   * @param definition that of the instance, or that which it starts
   * @param processInstanceId null if it starts one
   * @param executionId null if it starts an instance
   * @param tenantId whose the instance is, or will be; may be null
   */
  public static JobRow delivery(
      ProcessDefinition definition,
      String processInstanceId,
      String executionId,
      String activityId,
      String tenantId,
      String payload,
      Instant now) {
    return new JobRow(
        Ids.next(),
        JobType.SIGNAL,
        executionId,
        activityId,
        processInstanceId,
        definition.id(),
        definition.key(),
        tenantId,
        now,
        now,
        null,
        payload,
        RetryTimeCycle.DEFAULT.attempts(),
        null,
        0,
        false,
        now);
  }

  /** What suspends or activates definitions. */
  static JobRow of(PlannedSuspension plan, Instant now) {
    return new JobRow(
        Ids.next(),
        plan.suspended() ? JobType.SUSPEND_PROCESS : JobType.ACTIVATE_PROCESS,
        null,
        null,
        null,
        plan.definitionId(),
        plan.key(),
        plan.tenantId(),
        plan.dueAt(),
        plan.dueAt(),
        null,
        String.valueOf(plan.includeProcessInstances()),
        RetryTimeCycle.DEFAULT.attempts(),
        null,
        0,
        false,
        now);
  }

  /** What {@link #of(PlannedSuspension, Instant)} was made of. */
  PlannedSuspension plannedSuspension() {
    return new PlannedSuspension(
        processDefinitionId,
        definitionKey,
        tenantId,
        type == JobType.SUSPEND_PROCESS,
        Boolean.parseBoolean(payload),
        dueAt);
  }

  JobStore.Awaited awaited() {
    return new JobStore.Awaited(id, retries);
  }

  boolean hasNoRetriesLeft() {
    return retries == 0;
  }

  boolean isDueAt(Instant now) {
    return !dueAt.isAfter(now);
  }

  /** The next time of its cycle; empty if there is none. */
  Optional<Schedule> next(ZonedDateTime firedAt) {
    return new Schedule(scheduledAt, repeatLeft).next(firedAt);
  }

  RetryTimeCycle retryPolicy() {
    return retryPolicy(retryTimeCycle);
  }

  private static RetryTimeCycle retryPolicy(String text) {
    return text == null ? RetryTimeCycle.DEFAULT : RetryTimeCycle.parse(text);
  }
}
