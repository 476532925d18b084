package dev.outwork.mover.source;

import java.sql.SQLException;
import java.util.List;

/**
 * The rows of a table that belong to some instances. All columns are read, because later versions
 * have more than earlier ones; {@link SourceRow} knows which are there.
 *
 * @param sql with {@code %s} for the ids
 * @param optional whether an engine may be configured so that the table is not there
 */
record SourceQuery<T>(String sql, Reader<T> reader, boolean optional) {
  static final SourceQuery<SourceExecution> EXECUTIONS =
      of(
          """
          select t.*
            from ACT_RU_EXECUTION t
           where t.PROC_INST_ID_ in (select r.ID_
                                       from ACT_RU_EXECUTION r
                                      where r.ROOT_PROC_INST_ID_ in (%1$s)
                                     union
                                     select r.ID_          -- before 7.7 there were no roots
                                       from ACT_RU_EXECUTION r
                                      where r.ID_ in (%1$s))
           order by t.ID_
          """,
          SourceExecution::read);
  static final SourceQuery<SourceVariable> VARIABLES =
      of("select t.* from ACT_RU_VARIABLE t where t.PROC_INST_ID_ in (%s)", SourceVariable::read);
  static final SourceQuery<SourceExternalTask> EXTERNAL_TASKS =
      of(
          "select t.* from ACT_RU_EXT_TASK t where t.EXECUTION_ID_ in (%s)",
          SourceExternalTask::read);
  static final SourceQuery<SourceUserTask> USER_TASKS =
      of("select t.* from ACT_RU_TASK t where t.PROC_INST_ID_ in (%s)", SourceUserTask::read);
  static final SourceQuery<SourceIdentityLink> IDENTITY_LINKS =
      of(
          "select t.* from ACT_RU_IDENTITYLINK t where t.TASK_ID_ in (%s)",
          SourceIdentityLink::read);
  static final SourceQuery<SourceJob> JOBS =
      of("select t.* from ACT_RU_JOB t where t.PROCESS_INSTANCE_ID_ in (%s)", SourceJob::read);
  static final SourceQuery<SourceSubscription> SUBSCRIPTIONS =
      of(
          """
          select t.*
            from ACT_RU_EVENT_SUBSCR t
           where t.EXECUTION_ID_ in (%s)
           order by t.CREATED_, t.ID_
          """,
          SourceSubscription::read);
  static final SourceQuery<SourceIncident> INCIDENTS =
      of("select t.* from ACT_RU_INCIDENT t where t.PROC_INST_ID_ in (%s)", SourceIncident::read);
  static final SourceQuery<SourceProcessHistory> PROCESS_HISTORY =
      new SourceQuery<>(
          "select t.* from ACT_HI_PROCINST t where t.PROC_INST_ID_ in (%s)",
          SourceProcessHistory::read, true);
  static final SourceQuery<SourceActivityHistory> ACTIVITY_HISTORY =
      new SourceQuery<>(
          "select t.* from ACT_HI_ACTINST t where t.PROC_INST_ID_ in (%s)",
          SourceActivityHistory::read, true);
  static final SourceQuery<SourceProcessHistory> HIERARCHY_HISTORY =
      new SourceQuery<>(
          """
          select t.*
            from ACT_HI_PROCINST t
           where t.ROOT_PROC_INST_ID_ in (%1$s)
              or t.PROC_INST_ID_ in (%1$s)
          """,
          SourceProcessHistory::read, true);
  static final SourceQuery<SourceTaskHistory> TASK_HISTORY =
      history("ACT_HI_TASKINST", SourceTaskHistory::read);
  static final SourceQuery<SourceVariableHistory> VARIABLE_HISTORY =
      history("ACT_HI_VARINST", SourceVariableHistory::read);
  static final SourceQuery<String> JAVA_HISTORY =
      new SourceQuery<>(
          """
          select distinct t.PROC_INST_ID_
            from ACT_HI_VARINST t
           where t.VAR_TYPE_ = 'serializable'
             and t.PROC_INST_ID_ in (%s)
          """,
          row -> row.text("PROC_INST_ID_"), true);
  static final SourceQuery<SourceTaskLog> TASK_LOG =
      history("ACT_HI_EXT_TASK_LOG", SourceTaskLog::read);
  static final SourceQuery<SourceIncidentHistory> INCIDENT_HISTORY =
      history("ACT_HI_INCIDENT", SourceIncidentHistory::read);
  static final SourceQuery<SourceBytes> BYTES =
      of("select t.ID_, t.BYTES_ from ACT_GE_BYTEARRAY t where t.ID_ in (%s)", SourceBytes::read);

  /** Reads a row. */
  @FunctionalInterface
  interface Reader<T> {
    T read(SourceRow row) throws SQLException;
  }

  private static <T> SourceQuery<T> of(String sql, Reader<T> reader) {
    return new SourceQuery<>(sql, reader, false);
  }

  private static <T> SourceQuery<T> history(String table, Reader<T> reader) {
    return new SourceQuery<>(
        "select t.* from " + table + " t where t.PROC_INST_ID_ in (%s)", reader, true);
  }

  /** The table whose rows these are. */
  String table() {
    return sql.replaceAll("(?s).*?\\bfrom (\\w+).*", "$1");
  }

  /** All that are asked of instances. */
  static List<SourceQuery<?>> all() {
    return List.of(
        EXECUTIONS,
        VARIABLES,
        EXTERNAL_TASKS,
        USER_TASKS,
        IDENTITY_LINKS,
        JOBS,
        SUBSCRIPTIONS,
        INCIDENTS,
        PROCESS_HISTORY,
        ACTIVITY_HISTORY,
        HIERARCHY_HISTORY,
        TASK_HISTORY,
        VARIABLE_HISTORY,
        JAVA_HISTORY,
        TASK_LOG,
        INCIDENT_HISTORY,
        BYTES);
  }
}
