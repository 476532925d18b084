package dev.outwork.mover.source;

import java.util.List;

/**
 * The tables that are read, with the columns that are read of them: none that a version after 7.13
 * has added, so that one set of statements serves all versions.
 */
public enum SourceTable {
  SCHEMA_LOG("ACT_GE_SCHEMA_LOG", "ID_", "TIMESTAMP_", "VERSION_"),
  BYTES("ACT_GE_BYTEARRAY", "DEPLOYMENT_ID_", "NAME_", "BYTES_"),
  PROCESS_DEFINITION(
      "ACT_RE_PROCDEF",
      "ID_",
      "KEY_",
      "NAME_",
      "VERSION_",
      "VERSION_TAG_",
      "TENANT_ID_",
      "DEPLOYMENT_ID_",
      "RESOURCE_NAME_"),
  DECISION_DEFINITION(
      "ACT_RE_DECISION_DEF",
      "ID_",
      "KEY_",
      "NAME_",
      "VERSION_",
      "VERSION_TAG_",
      "TENANT_ID_",
      "DEPLOYMENT_ID_",
      "RESOURCE_NAME_"),
  CASE_DEFINITION(
      "ACT_RE_CASE_DEF",
      "ID_",
      "KEY_",
      "NAME_",
      "VERSION_",
      "TENANT_ID_",
      "DEPLOYMENT_ID_",
      "RESOURCE_NAME_"),
  EXECUTION(
      "ACT_RU_EXECUTION",
      "ID_",
      "PROC_INST_ID_",
      "ROOT_PROC_INST_ID_",
      "PARENT_ID_",
      "PROC_DEF_ID_",
      "SUPER_EXEC_",
      "SUPER_CASE_EXEC_",
      "CASE_INST_ID_",
      "ACT_ID_",
      "ACT_INST_ID_",
      "IS_ACTIVE_",
      "IS_CONCURRENT_",
      "IS_SCOPE_",
      "IS_EVENT_SCOPE_",
      "SUSPENSION_STATE_"),
  EXTERNAL_TASK(
      "ACT_RU_EXT_TASK",
      "PROC_DEF_ID_",
      "PROC_INST_ID_",
      "ACT_ID_",
      "TOPIC_NAME_",
      "RETRIES_",
      "LOCK_EXP_TIME_"),
  USER_TASK("ACT_RU_TASK", "PROC_DEF_ID_", "PROC_INST_ID_", "TASK_DEF_KEY_", "CASE_EXECUTION_ID_"),
  EVENT_SUBSCRIPTION(
      "ACT_RU_EVENT_SUBSCR",
      "EVENT_TYPE_",
      "EVENT_NAME_",
      "EXECUTION_ID_",
      "PROC_INST_ID_",
      "ACTIVITY_ID_"),
  JOB(
      "ACT_RU_JOB",
      "PROCESS_DEF_ID_",
      "PROCESS_INSTANCE_ID_",
      "HANDLER_TYPE_",
      "JOB_DEF_ID_",
      "RETRIES_"),
  JOB_DEFINITION("ACT_RU_JOBDEF", "ID_", "ACT_ID_"),
  VARIABLE("ACT_RU_VARIABLE", "TYPE_", "NAME_", "EXECUTION_ID_", "PROC_INST_ID_"),
  ACTIVITY_HISTORY("ACT_HI_ACTINST", "ID_", "ACT_ID_"),
  INCIDENT("ACT_RU_INCIDENT", "INCIDENT_TYPE_", "PROC_DEF_ID_", "PROC_INST_ID_", "ACTIVITY_ID_"),
  BATCH("ACT_RU_BATCH", "TYPE_"),
  CASE_EXECUTION("ACT_RU_CASE_EXECUTION", "CASE_DEF_ID_", "PARENT_ID_", "SUPER_EXEC_"),
  PROCESS_HISTORY("ACT_HI_PROCINST", "ID_", "END_TIME_"),
  VARIABLE_DETAILS("ACT_HI_DETAIL", "ID_"),
  JOB_LOG("ACT_HI_JOB_LOG", "ID_"),
  OPERATION_LOG("ACT_HI_OP_LOG", "ID_"),
  IDENTITY_LINK_LOG("ACT_HI_IDENTITYLINK", "ID_"),
  COMMENT("ACT_HI_COMMENT", "ID_"),
  ATTACHMENT("ACT_HI_ATTACHMENT", "ID_"),
  DECISION_HISTORY("ACT_HI_DECINST", "ID_"),
  CASE_HISTORY("ACT_HI_CASEINST", "ID_"),
  BATCH_HISTORY("ACT_HI_BATCH", "ID_");

  private final String table;
  private final List<String> columns;

  SourceTable(String table, String... columns) {
    this.table = table;
    this.columns = List.of(columns);
  }

  /** The name in the database. */
  public String table() {
    return table;
  }

  public List<String> columns() {
    return columns;
  }

  /** Whether an engine may be configured so that it has no such table. */
  boolean isOptional() {
    return switch (this) {
      case ACTIVITY_HISTORY,
          DECISION_DEFINITION,
          CASE_DEFINITION,
          CASE_EXECUTION,
          PROCESS_HISTORY,
          VARIABLE_DETAILS,
          JOB_LOG,
          OPERATION_LOG,
          IDENTITY_LINK_LOG,
          COMMENT,
          ATTACHMENT,
          DECISION_HISTORY,
          CASE_HISTORY,
          BATCH_HISTORY ->
          true;
      default -> false;
    };
  }

  /** Fails unless the database has the table and these columns. */
  String probe() {
    return "select " + String.join(", ", columns) + " from " + table + " where 1 = 0";
  }
}
