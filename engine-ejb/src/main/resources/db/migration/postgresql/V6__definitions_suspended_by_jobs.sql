-- Jobs that suspend or activate definitions at a date. They act on no node, and those for a whole key on no one definition.

alter table job drop constraint job_type_is_known;
alter table job add constraint job_type_is_known
    check (type in ('TIMER', 'TIMER_START', 'ASYNC_BEFORE', 'ASYNC_AFTER', 'SIGNAL', 'SUSPEND_PROCESS', 'ACTIVATE_PROCESS'));
alter table job alter column activity_id drop not null;
alter table job alter column process_definition_id drop not null;

-- What they fail at has no place either.
alter table incident alter column activity_id drop not null;
alter table incident alter column process_definition_id drop not null;
create index incident_by_definition on incident (process_definition_id) where state = 'OPEN';
