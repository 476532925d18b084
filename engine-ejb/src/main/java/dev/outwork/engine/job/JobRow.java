package dev.outwork.engine.job;

import dev.outwork.api.deployment.ProcessDefinition;
import dev.outwork.engine.bpmn.RetryTimeCycle;
import dev.outwork.engine.bpmn.Schedule;
import dev.outwork.engine.database.Ids;
import dev.outwork.engine.database.Insert;
import dev.outwork.engine.database.Row;
import dev.outwork.engine.deployment.PlannedSuspension;
import dev.outwork.engine.instance.AtNode;
import dev.outwork.engine.instance.OfProcess;
import dev.outwork.engine.operation.Operation;
import dev.outwork.engine.operation.Operation.Subject;
import dev.outwork.engine.token.Instance;
import dev.outwork.engine.token.JobOrder;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * The row of a job. What a column is called, how it is inserted and how it is read stands here.
 *
 * @param payload as JSON: the signal to deliver, or whether instances are included; null for timers
 *     and continuations
 */
public record JobRow(
    String id,
    JobType type,
    AtNode at,
    OfProcess process,
    Timing timing,
    Attempts attempts,
    String payload,
    boolean suspended) {

  static final Insert<JobRow> INSERT =
      Insert.<JobRow>into("job")
          .column("id", JobRow::id)
          .column("type", JobRow::type)
          .column("execution_id", JobRow::executionId)
          .column("activity_id", JobRow::activityId)
          .column("process_instance_id", JobRow::processInstanceId)
          .column("process_definition_id", JobRow::processDefinitionId)
          .column("definition_key", JobRow::definitionKey)
          .column("tenant_id", job -> job.process.tenantId())
          .column("due_at", JobRow::dueAt)
          .column("scheduled_at", job -> job.timing.schedule.dueAt())
          .column("repeat_left", job -> job.timing.schedule.repeat())
          .column("payload", JobRow::payload)
          .column("retries", JobRow::retries)
          .column("retry_time_cycle", job -> job.attempts.retryTimeCycle)
          .column("priority", job -> job.attempts.priority)
          .column("suspended", JobRow::suspended)
          .column("created_at", job -> job.timing.createdAt);

  /**
   * When it runs.
   *
   * @param dueAt later than scheduled after a failure
   * @param schedule base of the next time of a cycle, however late it is executed
   */
  record Timing(Instant createdAt, Instant dueAt, Schedule schedule) {
    private static Timing of(Schedule schedule, Instant now) {
      return new Timing(now, schedule.dueAt(), schedule);
    }

    private static Timing once(Instant dueAt, Instant now) {
      return of(new Schedule(dueAt, null), now);
    }

    private static Timing read(Row row) {
      return new Timing(
          row.instant("created_at"),
          row.instant("due_at"),
          new Schedule(row.instant("scheduled_at"), row.text("repeat_left")));
    }
  }

  /**
   * How often it may still be tried, and before which others.
   *
   * @param retryTimeCycle null for the default
   */
  record Attempts(int retries, String retryTimeCycle, long priority) {
    private static final Attempts DEFAULT = of(null, 0);

    private static Attempts of(String retryTimeCycle, long priority) {
      return new Attempts(policy(retryTimeCycle).attempts(), retryTimeCycle, priority);
    }

    private static Attempts read(Row row) {
      return new Attempts(
          row.integer("retries"), row.text("retry_time_cycle"), row.number("priority"));
    }

    private static RetryTimeCycle policy(String text) {
      return text == null ? RetryTimeCycle.DEFAULT : RetryTimeCycle.parse(text);
    }
  }

  /** A row of the inserted columns. */
  static JobRow read(Row row) {
    return new JobRow(
        row.text("id"),
        row.constant("type", JobType.class),
        AtNode.read(row),
        OfProcess.read(row),
        Timing.read(row),
        Attempts.read(row),
        row.text("payload"),
        row.flag("suspended"));
  }

  static JobRow of(Instance instance, JobOrder order, Instant now) {
    return new JobRow(
        Ids.next(),
        JobType.valueOf(order.type().name()),
        new AtNode(order.activityInstanceId(), order.activityId()),
        OfProcess.of(instance),
        Timing.of(new Schedule(order.dueAt(), order.repeat()), now),
        Attempts.of(order.retryTimeCycle(), order.priority()),
        null,
        instance.suspended());
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
        new AtNode(null, startEventId),
        OfProcess.ofStart(definition),
        Timing.of(schedule, now),
        Attempts.of(retryTimeCycle, priority),
        null,
        false);
  }

  /** A delivery that is due at once, for the handler of {@link JobType#SIGNAL}. */
  public static JobRow delivery(AtNode at, OfProcess process, String payload, Instant now) {
    return new JobRow(
        Ids.next(),
        JobType.SIGNAL,
        at,
        process,
        Timing.once(now, now),
        Attempts.DEFAULT,
        payload,
        false);
  }

  /** A planned suspension or activation of definitions. */
  static JobRow of(PlannedSuspension plan, Instant now) {
    return new JobRow(
        Ids.next(),
        plan.suspended() ? JobType.SUSPEND_PROCESS : JobType.ACTIVATE_PROCESS,
        AtNode.NONE,
        new OfProcess(null, plan.definitionId(), plan.key(), plan.tenantId()),
        Timing.once(plan.dueAt(), now),
        Attempts.DEFAULT,
        String.valueOf(plan.includeProcessInstances()),
        false);
  }

  /** The reverse of {@link #of(PlannedSuspension, Instant)}. */
  PlannedSuspension plannedSuspension() {
    return new PlannedSuspension(
        process.processDefinitionId(),
        process.definitionKey(),
        process.tenantId(),
        type == JobType.SUSPEND_PROCESS,
        Boolean.parseBoolean(payload),
        dueAt());
  }

  JobStore.Awaited awaited() {
    return new JobStore.Awaited(id, retries());
  }

  boolean hasNoRetriesLeft() {
    return attempts.retries == 0;
  }

  boolean isDueAt(Instant now) {
    return !dueAt().isAfter(now);
  }

  /** The next time of its cycle; empty if there is none. */
  Optional<Schedule> next(ZonedDateTime firedAt) {
    return timing.schedule.next(firedAt);
  }

  RetryTimeCycle retryPolicy() {
    return Attempts.policy(attempts.retryTimeCycle);
  }

  /** Something that a user does with it. */
  Operation operation(String operationType) {
    return Operation.of(Operation.Kind.JOB, operationType)
        .on(Subject.JOB, id)
        .on(Subject.PROCESS_INSTANCE, processInstanceId())
        .on(Subject.PROCESS_DEFINITION, processDefinitionId())
        .on(Subject.DEFINITION_KEY, definitionKey())
        .on(Subject.TENANT, process.tenantId());
  }

  public String executionId() {
    return at.executionId();
  }

  public String activityId() {
    return at.activityId();
  }

  String processInstanceId() {
    return process.processInstanceId();
  }

  public String processDefinitionId() {
    return process.processDefinitionId();
  }

  String definitionKey() {
    return process.definitionKey();
  }

  Instant dueAt() {
    return timing.dueAt;
  }

  long priority() {
    return attempts.priority;
  }

  int retries() {
    return attempts.retries;
  }
}
