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
 * The row of a job.
 *
 * @param executionId the activity or process instance that waits for it; null if it starts an
 *     instance
 * @param activityId its node; the event of a timer; null if it changes definitions
 * @param processInstanceId null if it starts an instance, or changes definitions
 * @param processDefinitionId null if it changes all definitions of the key
 * @param scheduledAt base of the next time of a cycle, however late it is executed
 * @param repeatLeft null if the timer does not repeat
 * @param payload as JSON: the signal to deliver, or whether instances are included; null for timers
 *     and continuations
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
   * A delivery that is due at once, for the handler of {@link JobType#SIGNAL}.
   *
   * @param definition of the instance, or the one to start
   * @param processInstanceId null if it starts an instance
   * @param executionId null if it starts an instance
   * @param tenantId of the instance; may be null
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

  /** A planned suspension or activation of definitions. */
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

  /** The reverse of {@link #of(PlannedSuspension, Instant)}. */
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
