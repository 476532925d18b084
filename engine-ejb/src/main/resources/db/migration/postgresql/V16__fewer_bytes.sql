-- Fewer bytes and fewer index entries for what every start and every task writes. docs/performance.md has the share of each.

-- A log line belongs to the definition of its instance, which goes with it.
alter table external_task_log drop column process_definition_id, drop column definition_key;

-- The line of a task's creation has the id of the task from now on, and tells its instance, by which its other lines are
-- found. Only those that were written before, or elsewhere, need an index.
drop index external_task_log_by_task;
create index external_task_log_created on external_task_log (external_task_id)
    where kind = 'CREATED' and id <> external_task_id;

-- One index for a claim, which asks for a topic, and for the lock reclaimer, which does not.
drop index external_task_locked;
drop index external_task_lock_ends;
create index external_task_locked on external_task (locked_until, topic_name) where state = 'LOCKED';

-- The tasks of an instance are found by the lines of its log, of which each task has one.
drop index external_task_by_instance;

-- Null where most tasks and activities stand, directly in their instance: the activity and the instance, and the instance.
alter table external_task alter column scope_ids drop not null;
alter table activity_instance alter column parent_id drop not null;

-- Most instances have none, and nobody asks for those that have none.
drop index process_instance_by_business_key;
create index process_instance_by_business_key on process_instance (business_key) where business_key is not null;

-- Ids are compared as bytes, whatever the collation of the database. This makes their indexes anew, and no table.
drop view running_execution;
drop view running_variable;
alter table process_instance
    alter column id type varchar(64) collate "C",
    alter column root_id type varchar(64) collate "C",
    alter column super_id type varchar(64) collate "C",
    alter column super_activity_id type varchar(64) collate "C";
alter table activity_instance
    alter column id type varchar(64) collate "C",
    alter column process_instance_id type varchar(64) collate "C",
    alter column parent_id type varchar(64) collate "C",
    alter column thrown_by type varchar(64) collate "C";
alter table variable
    alter column id type varchar(64) collate "C",
    alter column process_instance_id type varchar(64) collate "C",
    alter column scope_id type varchar(64) collate "C";
alter table external_task
    alter column id type varchar(64) collate "C",
    alter column process_instance_id type varchar(64) collate "C",
    alter column activity_instance_id type varchar(64) collate "C";
alter table external_task_log
    alter column id type varchar(64) collate "C",
    alter column external_task_id type varchar(64) collate "C",
    alter column activity_instance_id type varchar(64) collate "C",
    alter column process_instance_id type varchar(64) collate "C";
alter table incident
    alter column id type varchar(64) collate "C",
    alter column process_instance_id type varchar(64) collate "C",
    alter column execution_id type varchar(64) collate "C",
    alter column cause_incident_id type varchar(64) collate "C",
    alter column root_cause_incident_id type varchar(64) collate "C",
    alter column history_configuration type varchar(64) collate "C";
alter table job
    alter column id type varchar(64) collate "C",
    alter column execution_id type varchar(64) collate "C",
    alter column process_instance_id type varchar(64) collate "C";
alter table user_task
    alter column id type varchar(64) collate "C",
    alter column process_instance_id type varchar(64) collate "C",
    alter column activity_instance_id type varchar(64) collate "C";
alter table identity_link
    alter column id type varchar(64) collate "C",
    alter column user_task_id type varchar(64) collate "C";
alter table event_subscription
    alter column id type varchar(64) collate "C",
    alter column execution_id type varchar(64) collate "C",
    alter column process_instance_id type varchar(64) collate "C",
    alter column completed_id type varchar(64) collate "C";
alter table decision_instance
    alter column id type varchar(64) collate "C",
    alter column root_id type varchar(64) collate "C",
    alter column process_instance_id type varchar(64) collate "C",
    alter column root_process_instance_id type varchar(64) collate "C",
    alter column activity_instance_id type varchar(64) collate "C";

-- An execution is a process instance or an activity that is under way.
create view running_execution as
select i.id,
       i.id as process_instance_id,
       cast(null as varchar(255)) as activity_id,
       i.process_definition_id,
       i.definition_key,
       i.business_key,
       i.tenant_id,
       i.state
  from process_instance i
 where i.ended_at is null
union all
select a.id,
       a.process_instance_id,
       a.activity_id,
       i.process_definition_id,
       i.definition_key,
       i.business_key,
       i.tenant_id,
       i.state
  from activity_instance a
  join process_instance i
    on i.id = a.process_instance_id
 where a.ended_at is null;

-- The scope of a variable is the process instance, an activity or a user task.
create view running_variable as
select v.id,
       v.process_instance_id,
       v.scope_id,
       v.name,
       v.type,
       v.text_value,
       v.long_value,
       v.double_value,
       v.value_info,
       v.created_at,
       i.process_definition_id,
       i.tenant_id,
       coalesce(t.activity_instance_id, v.scope_id) as execution_id,
       coalesce(t.activity_id, a.activity_id) as activity_id,         -- null if it belongs to the process instance
       t.id as task_id
  from variable v
  join process_instance i
    on i.id = v.process_instance_id
  left join activity_instance a
    on a.id = v.scope_id
   and a.ended_at is null
  left join user_task t
    on t.id = v.scope_id
   and t.ended_at is null
 where i.ended_at is null
   and (v.scope_id = i.id or a.id is not null or t.id is not null);

-- What the planner knew of a column went with its type.
analyze process_instance, activity_instance, variable, external_task, external_task_log, incident, job, user_task, identity_link, event_subscription, decision_instance;
