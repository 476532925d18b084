-- Instances that call each other, and tokens that wait before or after a node.

-- Whoever moves tokens holds the row of the root, so that no two transactions wait for each other within a tree of calls.
alter table process_instance add column root_id varchar(64);
update process_instance set root_id = id;
alter table process_instance alter column root_id set not null;
alter table process_instance add column super_id varchar(64);           -- the instance that called it
alter table process_instance add column super_activity_id varchar(64);  -- the call activity that waits for it
create index process_instance_by_root on process_instance (root_id) where super_id is not null;
create index process_instance_by_super_activity on process_instance (super_activity_id) where super_activity_id is not null;

alter table activity_instance alter column started_at drop not null;    -- null before a job has entered the node
alter table activity_instance add column complete_scope boolean not null default false;
alter table activity_instance add column waits varchar(8)               -- for a job that enters or leaves the node
    constraint activity_instance_waits_is_known check (waits in ('BEFORE', 'AFTER'));
alter table activity_instance add column thrown_by varchar(64);         -- the compensation event that began it
alter table activity_instance add column flow_id varchar(255);          -- the sequence flow by which the token came

alter table incident add column failed_activity_id varchar(255);
alter table incident add column cause_incident_id varchar(64);          -- its own id, or that of what it has called
alter table incident add column root_cause_incident_id varchar(64);
update incident set failed_activity_id = activity_id, cause_incident_id = id, root_cause_incident_id = id;
alter table incident alter column root_cause_incident_id set not null;
alter table incident alter column configuration drop not null;
create index incident_by_root_cause on incident (root_cause_incident_id);
