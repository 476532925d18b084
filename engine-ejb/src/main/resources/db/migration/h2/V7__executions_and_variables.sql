-- Executions and variables of running instances, as lists see them; incidents that somebody creates.

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

-- Whether somebody has created an incident at the activity, which goes with it.
alter table activity_instance add column has_incident boolean not null default false;

-- What is created by hand is called as its creator likes.
alter table incident alter column type set data type varchar(255);
alter table incident alter column configuration set data type varchar(255);
