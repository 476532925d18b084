package dev.outwork.engine.externaltask;

import dev.outwork.api.externaltask.ExternalTask;
import dev.outwork.engine.database.Ids;
import dev.outwork.engine.database.Insert;
import dev.outwork.engine.database.Row;
import dev.outwork.engine.tally.TaskEvent;
import dev.outwork.engine.tally.TasksHappened;
import dev.outwork.engine.token.Activity;
import dev.outwork.engine.token.ExternalTaskOrder;
import dev.outwork.engine.token.Instance;
import dev.outwork.engine.token.Instance.Definition;
import dev.outwork.engine.tracing.TracedTask;
import jakarta.annotation.Nullable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * An external task as it stands in the database. What a column is called, how it is inserted and
 * how it is read stands here.
 */
public record TaskRow(
    String id,
    String topicName,
    TaskState state,
    long priority,
    Instant createdAt,
    Lock lock,
    Trouble trouble,
    AtActivity atActivity,
    OfInstance ofInstance,
    Trace trace) {

  /** What a task begins with. */
  static final Insert<TaskRow> INSERT =
      Insert.<TaskRow>into("external_task")
          .column("id", TaskRow::id)
          .column("topic_name", TaskRow::topicName)
          .column("state", TaskRow::state)
          .column("priority", TaskRow::priority)
          .column("created_at", TaskRow::createdAt)
          .column("process_instance_id", TaskRow::processInstanceId)
          .column("activity_instance_id", TaskRow::activityInstanceId)
          .column("activity_id", TaskRow::activityId)
          .column("scope_ids", task -> task.atActivity.scopeIds)
          .column("process_definition_id", TaskRow::processDefinitionId)
          .column("definition_key", TaskRow::definitionKey)
          .column("version_tag", task -> task.ofInstance.definition.versionTag())
          .column("business_key", task -> task.ofInstance.businessKey)
          .column("tenant_id", TaskRow::tenantId)
          .column("traceparent", task -> task.trace.parent);

  /**
   * What is read of a task {@code t}; details of failures may be long and are read only where they
   * are asked for.
   */
  static final String COLUMNS =
      INSERT.columns("t")
          + ", t.worker_id, t.locked_by, t.locked_until, t.retries, t.error_message, t.was_lost";

  /** The scopes of a task {@code t} in SQL, as {@link #scopes} has them. */
  static final String SCOPE_IDS =
      "coalesce(t.scope_ids, t.activity_instance_id || ' ' || t.process_instance_id)";

  /**
   * Who has it, or had it last; all null if nobody ever had, or it was given back.
   *
   * @param user for whom the worker has taken it; null for nobody in particular
   */
  record Lock(String workerId, Instant until, String user) {
    static final Lock NONE = new Lock(null, null, null);

    private static Lock read(Row row) {
      return new Lock(row.text("worker_id"), row.instant("locked_until"), row.text("locked_by"));
    }

    /** The same with another end. */
    Lock extended(Instant end) {
      return new Lock(workerId, end, user);
    }
  }

  /**
   * How often it may still be tried, and why it failed.
   *
   * @param errorDetails read only when the task is fetched, else null
   */
  record Trouble(Integer retries, String errorMessage, @Nullable String errorDetails) {
    static final Trouble NONE = new Trouble(null, null, null);

    private static Trouble read(Row row, String errorDetails) {
      return new Trouble(row.integer("retries"), row.text("error_message"), errorDetails);
    }
  }

  /**
   * The activity that waits for it.
   *
   * @param scopeIds where its variables are looked up, innermost first, separated by spaces; null
   *     for the activity and the process instance
   */
  record AtActivity(String activityInstanceId, String activityId, String scopeIds) {
    private static AtActivity read(Row row) {
      return new AtActivity(
          row.text("activity_instance_id"), row.text("activity_id"), row.text("scope_ids"));
    }
  }

  /** What it has of its process instance. */
  record OfInstance(
      String processInstanceId, Definition definition, String businessKey, String tenantId) {
    private static OfInstance read(Row row) {
      return new OfInstance(
          row.text("process_instance_id"),
          new Definition(
              row.text("process_definition_id"),
              row.text("definition_key"),
              row.text("version_tag")),
          row.text("business_key"),
          row.text("tenant_id"));
    }
  }

  /**
   * The trace that it belongs to.
   *
   * @param parent the traceparent of what has created it; null if nobody traced that
   * @param wasLost whether a worker has lost it; known only if it is traced
   */
  record Trace(String parent, boolean wasLost) {
    static final Trace NONE = new Trace(null, false);

    private static Trace read(Row row) {
      return new Trace(row.text("traceparent"), row.flag("was_lost"));
    }
  }

  /**
   * A task that nobody has had yet.
   *
   * @param traceparent of what creates it; null if nobody traces that
   */
  static TaskRow begun(
      Instance instance, ExternalTaskOrder order, String traceparent, Instant now) {
    return new TaskRow(
        Ids.next(),
        order.topicName(),
        instance.suspended() ? TaskState.SUSPENDED : TaskState.OPEN,
        order.priority(),
        now,
        Lock.NONE,
        Trouble.NONE,
        new AtActivity(order.activityInstanceId(), order.activityId(), scopeIds(order)),
        new OfInstance(
            instance.id(), instance.definition(), instance.businessKey(), instance.tenantId()),
        new Trace(traceparent, false));
  }

  // Every row would repeat two ids that it has.
  private static String scopeIds(ExternalTaskOrder order) {
    return order.scopeIds().size() == 2 ? null : String.join(" ", order.scopeIds());
  }

  /** A row of {@link #COLUMNS}. */
  static TaskRow read(Row row) {
    return read(row, null);
  }

  /** A row of {@link #COLUMNS} and {@code error_details}. */
  static TaskRow readWithDetails(Row row) {
    return read(row, row.text("error_details"));
  }

  private static TaskRow read(Row row, String errorDetails) {
    return new TaskRow(
        row.text("id"),
        row.text("topic_name"),
        row.constant("state", TaskState.class),
        row.number("priority"),
        row.instant("created_at"),
        Lock.read(row),
        Trouble.read(row, errorDetails),
        AtActivity.read(row),
        OfInstance.read(row),
        Trace.read(row));
  }

  /** The same task, which a worker has lost. */
  TaskRow lost() {
    return new TaskRow(
        id,
        topicName,
        state,
        priority,
        createdAt,
        lock,
        trouble,
        atActivity,
        ofInstance,
        new Trace(trace.parent, true));
  }

  boolean isSuspended() {
    return state == TaskState.SUSPENDED;
  }

  /**
   * Whether it has an unexpired lock; a lock that expires at this very moment still counts
   * (docs/rest-api.md, "Lock").
   */
  boolean isLockedAt(Instant now) {
    return lock.workerId != null && lock.until != null && !lock.until.isBefore(now);
  }

  /** Whether it has exactly this lock, expired or not. */
  boolean hasLock(String worker, Instant until) {
    return lock.equals(new Lock(worker, until, lock.user));
  }

  boolean hasNoRetriesLeft() {
    return trouble.retries != null && trouble.retries == 0;
  }

  /** The scopes of its variables, innermost first. */
  List<String> scopes() {
    return atActivity.scopeIds == null
        ? List.of(activityInstanceId(), processInstanceId())
        : List.of(atActivity.scopeIds.split(" "));
  }

  /** The activity that waits for this task. */
  Activity.Stored activity() {
    return Activity.Stored.underWay(
        atActivity.activityInstanceId, atActivity.activityId, scopes().get(1));
  }

  String workerId() {
    return lock.workerId;
  }

  Instant lockedUntil() {
    return lock.until;
  }

  /** The user to whom the lock belongs; null if to nobody in particular. */
  String lockedBy() {
    return lock.user;
  }

  Integer retries() {
    return trouble.retries;
  }

  String processInstanceId() {
    return ofInstance.processInstanceId;
  }

  String activityInstanceId() {
    return atActivity.activityInstanceId;
  }

  String activityId() {
    return atActivity.activityId;
  }

  String processDefinitionId() {
    return ofInstance.definition.id();
  }

  String definitionKey() {
    return ofInstance.definition.key();
  }

  String tenantId() {
    return ofInstance.tenantId;
  }

  /** For those who trace. */
  TracedTask traced() {
    return new TracedTask(
        id,
        topicName,
        processInstanceId(),
        lock.workerId,
        trace.parent,
        trouble.retries != null || trace.wasLost);
  }

  /** For those who count: the same has happened to these tasks. */
  static TasksHappened happened(TaskEvent what, List<TaskRow> tasks) {
    return new TasksHappened(what, tasks.stream().map(task -> task.counted(null)).toList());
  }

  /** The same for tasks that have been fetched. */
  static TasksHappened fetched(List<TaskRow> tasks, Instant now) {
    return new TasksHappened(
        TaskEvent.FETCHED, tasks.stream().map(task -> task.counted(task.waited(now))).toList());
  }

  private TasksHappened.Task counted(Duration waited) {
    return new TasksHappened.Task(id, topicName, lock.workerId, waited);
  }

  // A task that has failed did not wait for its first fetch.
  private Duration waited(Instant now) {
    return trouble.retries == null && trouble.errorMessage == null
        ? Duration.between(createdAt, now)
        : null;
  }

  ExternalTask toExternalTask() {
    return new ExternalTask(
        id,
        topicName,
        atActivity.activityId,
        atActivity.activityId + ":" + atActivity.activityInstanceId,
        atActivity.activityInstanceId,
        ofInstance.processInstanceId,
        ofInstance.definition.id(),
        ofInstance.definition.key(),
        ofInstance.definition.versionTag(),
        ofInstance.tenantId,
        ofInstance.businessKey,
        lock.workerId,
        lock.until,
        createdAt,
        trouble.retries,
        trouble.errorMessage,
        isSuspended(),
        priority);
  }
}
