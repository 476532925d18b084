package dev.outwork.mover.source;

/**
 * What is asked of a source, in SQL that every database of Camunda 7 understands. Groups are
 * counted by the database. Names of results are the same in all statements that have such a result.
 */
public enum SourceStatement {
  VERSIONS(
      """
      select l.ID_ as log_id, l.TIMESTAMP_ as logged_at, l.VERSION_ as version
        from ACT_GE_SCHEMA_LOG l
      """),

  PROCESS_DEFINITIONS(
      """
      select d.ID_ as id, d.KEY_ as definition_key, d.NAME_ as name, d.VERSION_ as version,
             d.VERSION_TAG_ as version_tag, d.TENANT_ID_ as tenant_id,
             d.DEPLOYMENT_ID_ as deployment_id, d.RESOURCE_NAME_ as resource_name
        from ACT_RE_PROCDEF d
       order by d.KEY_, d.TENANT_ID_, d.VERSION_
      """),

  DECISION_DEFINITIONS(
      """
      select d.ID_ as id, d.KEY_ as definition_key, d.NAME_ as name, d.VERSION_ as version,
             d.VERSION_TAG_ as version_tag, d.TENANT_ID_ as tenant_id,
             d.DEPLOYMENT_ID_ as deployment_id, d.RESOURCE_NAME_ as resource_name
        from ACT_RE_DECISION_DEF d
       order by d.KEY_, d.TENANT_ID_, d.VERSION_
      """,
      SourceTable.DECISION_DEFINITION),

  CASE_DEFINITIONS(
      """
      select d.ID_ as id, d.KEY_ as definition_key, d.NAME_ as name, d.VERSION_ as version,
             null as version_tag, d.TENANT_ID_ as tenant_id,
             d.DEPLOYMENT_ID_ as deployment_id, d.RESOURCE_NAME_ as resource_name
        from ACT_RE_CASE_DEF d
       order by d.KEY_, d.TENANT_ID_, d.VERSION_
      """,
      SourceTable.CASE_DEFINITION),

  /** Parameters: deployment, resource. */
  RESOURCE(
      """
      select b.BYTES_ as content
        from ACT_GE_BYTEARRAY b
       where b.DEPLOYMENT_ID_ = ?
         and b.NAME_ = ?
      """),

  /** Where tokens are, as Camunda's own statistics count them. Parameter: true. */
  ACTIVITIES(
      """
      select e.PROC_DEF_ID_ as definition_id, e.ACT_ID_ as activity_id, null as name,
             count(*) as tokens, count(distinct e.PROC_INST_ID_) as instances
        from ACT_RU_EXECUTION e
       where e.IS_ACTIVE_ = ?
         and e.ACT_ID_ is not null
       group by e.PROC_DEF_ID_, e.ACT_ID_
       order by e.PROC_DEF_ID_, e.ACT_ID_
      """),

  /** Parameter: now. */
  EXTERNAL_TASKS(
      """
      select t.PROC_DEF_ID_ as definition_id, t.ACT_ID_ as activity_id, t.TOPIC_NAME_ as name,
             count(*) as tokens, count(distinct t.PROC_INST_ID_) as instances,
             sum(case when t.LOCK_EXP_TIME_ > ? then 1 else 0 end) as locked,
             sum(case when t.RETRIES_ = 0 then 1 else 0 end) as exhausted
        from ACT_RU_EXT_TASK t
       group by t.PROC_DEF_ID_, t.ACT_ID_, t.TOPIC_NAME_
       order by t.PROC_DEF_ID_, t.ACT_ID_, t.TOPIC_NAME_
      """),

  USER_TASKS(
      """
      select t.PROC_DEF_ID_ as definition_id, t.TASK_DEF_KEY_ as activity_id, null as name,
             count(*) as tokens, count(distinct t.PROC_INST_ID_) as instances,
             0 as locked, 0 as exhausted
        from ACT_RU_TASK t
       where t.PROC_DEF_ID_ is not null
       group by t.PROC_DEF_ID_, t.TASK_DEF_KEY_
       order by t.PROC_DEF_ID_, t.TASK_DEF_KEY_
      """),

  /** Subscriptions of instances; those of start events have no execution. Parameter: their type. */
  SUBSCRIPTIONS(
      """
      select e.PROC_DEF_ID_ as definition_id, s.ACTIVITY_ID_ as activity_id, s.EVENT_NAME_ as name,
             count(*) as tokens, count(distinct s.PROC_INST_ID_) as instances,
             0 as locked, 0 as exhausted
        from ACT_RU_EVENT_SUBSCR s
        join ACT_RU_EXECUTION e on e.ID_ = s.EXECUTION_ID_
       where s.EVENT_TYPE_ = ?
       group by e.PROC_DEF_ID_, s.ACTIVITY_ID_, s.EVENT_NAME_
       order by e.PROC_DEF_ID_, s.ACTIVITY_ID_, s.EVENT_NAME_
      """),

  /** The name is what the job does. */
  JOBS(
      """
      select j.PROCESS_DEF_ID_ as definition_id, d.ACT_ID_ as activity_id, j.HANDLER_TYPE_ as name,
             count(*) as tokens, count(distinct j.PROCESS_INSTANCE_ID_) as instances,
             0 as locked, sum(case when j.RETRIES_ = 0 then 1 else 0 end) as exhausted
        from ACT_RU_JOB j
        left join ACT_RU_JOBDEF d on d.ID_ = j.JOB_DEF_ID_
       where j.PROCESS_INSTANCE_ID_ is not null
       group by j.PROCESS_DEF_ID_, d.ACT_ID_, j.HANDLER_TYPE_
       order by j.PROCESS_DEF_ID_, d.ACT_ID_, j.HANDLER_TYPE_
      """),

  /** The name is the key of the called process. */
  CALLS(
      """
      select p.PROC_DEF_ID_ as definition_id, p.ACT_ID_ as activity_id, d.KEY_ as name,
             count(*) as tokens, count(distinct p.PROC_INST_ID_) as instances,
             0 as locked, 0 as exhausted
        from ACT_RU_EXECUTION c
        join ACT_RU_EXECUTION p on p.ID_ = c.SUPER_EXEC_
        join ACT_RE_PROCDEF d on d.ID_ = c.PROC_DEF_ID_
       group by p.PROC_DEF_ID_, p.ACT_ID_, d.KEY_
       order by p.PROC_DEF_ID_, p.ACT_ID_, d.KEY_
      """),

  /** The name is the key of the called case. */
  CASE_CALLS(
      """
      select p.PROC_DEF_ID_ as definition_id, p.ACT_ID_ as activity_id, d.KEY_ as name,
             count(*) as tokens, count(distinct p.PROC_INST_ID_) as instances,
             0 as locked, 0 as exhausted
        from ACT_RU_CASE_EXECUTION c
        join ACT_RU_EXECUTION p on p.ID_ = c.SUPER_EXEC_
        join ACT_RE_CASE_DEF d on d.ID_ = c.CASE_DEF_ID_
       group by p.PROC_DEF_ID_, p.ACT_ID_, d.KEY_
       order by p.PROC_DEF_ID_, p.ACT_ID_, d.KEY_
      """,
      SourceTable.CASE_EXECUTION),

  /** Tokens at rest without anything inside that is awaited. Parameters: false, true, false. */
  JOINS(
      """
      select e.PROC_DEF_ID_ as definition_id, e.ACT_ID_ as activity_id, null as name,
             count(*) as tokens, count(distinct e.PROC_INST_ID_) as instances,
             0 as locked, 0 as exhausted
        from ACT_RU_EXECUTION e
       where e.IS_ACTIVE_ = ?
         and e.IS_CONCURRENT_ = ?
         and e.IS_SCOPE_ = ?
         and e.ACT_ID_ is not null
         and e.ACT_INST_ID_ is not null          -- an ended instance of a multi-instance activity has none
         and not exists (select 1 from ACT_RU_EXECUTION c where c.PARENT_ID_ = e.ID_)
       group by e.PROC_DEF_ID_, e.ACT_ID_
       order by e.PROC_DEF_ID_, e.ACT_ID_
      """),

  /**
   * Each running multi-instance activity has one such variable. Executions do not name its element,
   * so the history has to. Parameter: false.
   */
  MULTI_INSTANCES(
      """
      select e.PROC_DEF_ID_ as definition_id, h.ACT_ID_ as activity_id, null as name,
             count(*) as tokens, count(distinct e.PROC_INST_ID_) as instances,
             0 as locked, 0 as exhausted
        from ACT_RU_VARIABLE v
        join ACT_RU_EXECUTION e on e.ID_ = v.EXECUTION_ID_
        left join ACT_HI_ACTINST h on h.ID_ = e.ACT_INST_ID_
       where v.NAME_ = 'nrOfInstances'
         and e.IS_EVENT_SCOPE_ = ?
       group by e.PROC_DEF_ID_, h.ACT_ID_
       order by e.PROC_DEF_ID_, h.ACT_ID_
      """,
      SourceTable.ACTIVITY_HISTORY),

  /** The name is the type. */
  INCIDENTS(
      """
      select i.PROC_DEF_ID_ as definition_id, i.ACTIVITY_ID_ as activity_id,
             i.INCIDENT_TYPE_ as name,
             count(*) as tokens, count(distinct i.PROC_INST_ID_) as instances
        from ACT_RU_INCIDENT i
       where i.PROC_DEF_ID_ is not null
       group by i.PROC_DEF_ID_, i.ACTIVITY_ID_, i.INCIDENT_TYPE_
       order by i.PROC_DEF_ID_, i.ACTIVITY_ID_, i.INCIDENT_TYPE_
      """),

  /**
   * Values that are serialized Java; the activity is not of interest, the name is the variable's.
   */
  JAVA_VARIABLES(
      """
      select e.PROC_DEF_ID_ as definition_id, null as activity_id, v.NAME_ as name,
             count(*) as tokens, count(distinct v.PROC_INST_ID_) as instances
        from ACT_RU_VARIABLE v
        join ACT_RU_EXECUTION e on e.ID_ = v.PROC_INST_ID_
       where v.TYPE_ = 'serializable'
       group by e.PROC_DEF_ID_, v.NAME_
       order by e.PROC_DEF_ID_, v.NAME_
      """),

  /** Parameters: definition, activity. */
  INSTANCES_AT(
      """
      select distinct e.PROC_INST_ID_ as id
        from ACT_RU_EXECUTION e
       where e.PROC_DEF_ID_ = ?
         and e.ACT_ID_ = ?
       order by e.PROC_INST_ID_
      """),

  /** Every instance, those of one call hierarchy after each other. */
  INSTANCES(
      """
      select coalesce(e.ROOT_PROC_INST_ID_, e.ID_) as root_id, e.ID_ as id,
             e.PROC_DEF_ID_ as definition_id, e.SUPER_EXEC_ as caller_id,
             e.SUSPENSION_STATE_ as suspension,
             case when e.SUPER_CASE_EXEC_ is not null or e.CASE_INST_ID_ is not null
                  then 1 else 0 end as of_case,
             case when exists (select 1
                                 from ACT_RU_VARIABLE v
                                where v.PROC_INST_ID_ = e.ID_
                                  and v.TYPE_ = 'serializable')
                  then 1 else 0 end as java_values
        from ACT_RU_EXECUTION e
       where e.PARENT_ID_ is null
       order by 1, 2
      """),

  CASE_INSTANCES(
      """
      select d.KEY_ as name, count(*) as tokens
        from ACT_RU_CASE_EXECUTION c
        join ACT_RE_CASE_DEF d on d.ID_ = c.CASE_DEF_ID_
       where c.PARENT_ID_ is null
       group by d.KEY_
       order by d.KEY_
      """,
      SourceTable.CASE_EXECUTION),

  BATCHES(
      """
      select b.TYPE_ as name, count(*) as tokens
        from ACT_RU_BATCH b
       group by b.TYPE_
       order by b.TYPE_
      """),

  /** Created by people, without a process or a case; sub-tasks are among them. */
  STANDALONE_TASKS(
      """
      select 'task' as name, count(*) as tokens
        from ACT_RU_TASK t
       where t.PROC_DEF_ID_ is null
         and t.CASE_EXECUTION_ID_ is null
      """),

  ENDED_INSTANCES(
      """
      select 'ended process instances' as name, count(h.ID_) as tokens
        from ACT_HI_PROCINST h
       where h.END_TIME_ is not null
      """,
      SourceTable.PROCESS_HISTORY),

  VARIABLE_DETAILS(
      """
      select 'former values of variables, and forms' as name, count(h.ID_) as tokens
        from ACT_HI_DETAIL h
      """,
      SourceTable.VARIABLE_DETAILS),

  JOB_LOG(
      """
      select 'log of jobs' as name, count(h.ID_) as tokens
        from ACT_HI_JOB_LOG h
      """,
      SourceTable.JOB_LOG),

  OPERATION_LOG(
      """
      select 'log of what users did' as name, count(h.ID_) as tokens
        from ACT_HI_OP_LOG h
      """,
      SourceTable.OPERATION_LOG),

  IDENTITY_LINK_LOG(
      """
      select 'log of identity links' as name, count(h.ID_) as tokens
        from ACT_HI_IDENTITYLINK h
      """,
      SourceTable.IDENTITY_LINK_LOG),

  COMMENTS(
      """
      select 'comments' as name, count(h.ID_) as tokens
        from ACT_HI_COMMENT h
      """,
      SourceTable.COMMENT),

  ATTACHMENTS(
      """
      select 'attachments' as name, count(h.ID_) as tokens
        from ACT_HI_ATTACHMENT h
      """,
      SourceTable.ATTACHMENT),

  DECISION_HISTORY(
      """
      select 'evaluated decisions' as name, count(h.ID_) as tokens
        from ACT_HI_DECINST h
      """,
      SourceTable.DECISION_HISTORY),

  CASE_HISTORY(
      """
      select 'case instances' as name, count(h.ID_) as tokens
        from ACT_HI_CASEINST h
      """,
      SourceTable.CASE_HISTORY),

  BATCH_HISTORY(
      """
      select 'batches' as name, count(h.ID_) as tokens
        from ACT_HI_BATCH h
      """,
      SourceTable.BATCH_HISTORY);

  private final String sql;
  private final SourceTable optional;

  SourceStatement(String sql) {
    this(sql, null);
  }

  SourceStatement(String sql, SourceTable optional) {
    this.sql = sql;
    this.optional = optional;
  }

  public String sql() {
    return sql;
  }

  /** The table without which there is nothing to ask; null if every source has all of them. */
  SourceTable optional() {
    return optional;
  }
}
