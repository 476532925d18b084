package dev.outwork.mover.destination;

import java.util.List;

/** The tables that instances are written to, with every column that is written. */
public enum TargetTable {
  PROCESS_INSTANCE(
      "process_instance",
      "id",
      "id",
      "process_definition_id",
      "definition_key",
      "business_key",
      "tenant_id",
      "state",
      "start_activity_id",
      "started_at",
      "ended_at",
      "delete_reason",
      "root_id",
      "super_id",
      "super_activity_id"),
  ACTIVITY_INSTANCE(
      "activity_instance",
      "process_instance_id",
      "id",
      "process_instance_id",
      "parent_id",
      "activity_id",
      "activity_type",
      "started_at",
      "ended_at",
      "canceled",
      "complete_scope",
      "waits",
      "thrown_by",
      "flow_id",
      "has_incident"),
  VARIABLE(
      "variable",
      "process_instance_id",
      "id",
      "process_instance_id",
      "scope_id",
      "name",
      "type",
      "text_value",
      "long_value",
      "double_value",
      "bytes_value",
      "value_info",
      "created_at"),
  EXTERNAL_TASK(
      "external_task",
      "process_instance_id",
      "id",
      "topic_name",
      "state",
      "priority",
      "created_at",
      "worker_id",
      "locked_until",
      "retries",
      "error_message",
      "error_details",
      "process_instance_id",
      "activity_instance_id",
      "activity_id",
      "scope_ids",
      "process_definition_id",
      "definition_key",
      "version_tag",
      "business_key",
      "tenant_id",
      "traceparent",
      "was_lost",
      "locked_by"),
  /** The creation of each task: the engine finds the tasks of an instance by it. */
  EXTERNAL_TASK_LOG(
      "external_task_log",
      "process_instance_id",
      "id",
      "logged_at",
      "kind",
      "external_task_id",
      "topic_name",
      "worker_id",
      "priority",
      "retries",
      "error_message",
      "error_details",
      "activity_id",
      "activity_instance_id",
      "process_instance_id",
      "tenant_id"),
  USER_TASK(
      "user_task",
      "process_instance_id",
      "id",
      "state",
      "name",
      "description",
      "assignee",
      "owner",
      "delegation_state",
      "due_at",
      "follow_up_at",
      "priority",
      "form_key",
      "created_at",
      "updated_at",
      "ended_at",
      "process_instance_id",
      "activity_instance_id",
      "activity_id",
      "scope_ids",
      "process_definition_id",
      "definition_key",
      "business_key",
      "tenant_id"),
  /** Its rows are found by their tasks, which are written before them. */
  IDENTITY_LINK(
      "identity_link", "user_task_id", "id", "user_task_id", "user_id", "group_id", "type"),
  JOB(
      "job",
      "process_instance_id",
      "id",
      "type",
      "execution_id",
      "activity_id",
      "process_instance_id",
      "process_definition_id",
      "definition_key",
      "tenant_id",
      "due_at",
      "scheduled_at",
      "repeat_left",
      "payload",
      "retries",
      "retry_time_cycle",
      "priority",
      "suspended",
      "exception_message",
      "exception_details",
      "failed_activity_id",
      "created_at"),
  EVENT_SUBSCRIPTION(
      "event_subscription",
      "process_instance_id",
      "id",
      "type",
      "event_name",
      "execution_id",
      "activity_id",
      "process_instance_id",
      "process_definition_id",
      "definition_key",
      "tenant_id",
      "created_at",
      "completed_id",
      "handler_id"),
  INCIDENT(
      "incident",
      "process_instance_id",
      "id",
      "type",
      "state",
      "process_instance_id",
      "process_definition_id",
      "definition_key",
      "execution_id",
      "activity_id",
      "configuration",
      "message",
      "history_configuration",
      "annotation",
      "tenant_id",
      "created_at",
      "ended_at",
      "failed_activity_id",
      "cause_incident_id",
      "root_cause_incident_id");

  private final String table;
  private final String owner;
  private final List<String> columns;

  TargetTable(String table, String owner, String... columns) {
    this.table = table;
    this.owner = owner;
    this.columns = List.of(columns);
  }

  /** The name in the database. */
  public String table() {
    return table;
  }

  public List<String> columns() {
    return columns;
  }

  String insert() {
    return "insert into %s (%s) values (%s)"
        .formatted(
            table,
            String.join(", ", columns),
            String.join(", ", columns.stream().map(column -> "?").toList()));
  }

  /** All rows of some owners; {@code %s} is for their ids. */
  String select() {
    return "select " + String.join(", ", columns) + " from " + table + where();
  }

  /** {@code %s} is for the ids of the owners. */
  String delete() {
    return "delete from " + table + where();
  }

  private String where() {
    return this == EXTERNAL_TASK
        ? " where id in (select l.external_task_id from external_task_log l where l.process_instance_id in (%s))"
        : " where " + owner + " in (%s)";
  }
}
