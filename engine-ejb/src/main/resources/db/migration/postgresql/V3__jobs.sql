-- Timers, asynchronous continuations, and whatever else is done in a transaction of its own.

-- A row goes when its job is done, or can be done no more. It runs once it is due, has retries left and is not suspended.
create table job (
    id                    varchar(64)  not null primary key,
    type                  varchar(16)  not null
        constraint job_type_is_known check (type in ('TIMER', 'TIMER_START', 'ASYNC_BEFORE', 'ASYNC_AFTER', 'SIGNAL')),
    execution_id          varchar(64),             -- the activity or process instance that waits for it
    activity_id           varchar(255) not null,   -- the node that it acts on; of a timer the event
    process_instance_id   varchar(64),             -- null for what starts an instance
    process_definition_id varchar(64)  not null,
    definition_key        varchar(255) not null,
    tenant_id             varchar(64),
    due_at                timestamp (3) with time zone not null,
    scheduled_at          timestamp (3) with time zone not null,   -- what the next time of a cycle is counted from
    repeat_left           varchar(255),            -- what is left of a cycle after this time, as R2/PT10M
    payload               text,                    -- what is delivered, as JSON
    retries               integer      not null
        constraint job_retries_are_not_negative check (retries >= 0),
    retry_time_cycle      text,                    -- how failures are tried again; null for the default
    priority              bigint       not null,
    suspended             boolean      not null,
    exception_message     varchar(4000),           -- of the latest failure
    exception_details     text,
    failed_activity_id    varchar(255),
    created_at            timestamp (3) with time zone not null,
    constraint job_execution_has_an_instance check (execution_id is null or process_instance_id is not null)
);
create index job_due on job (due_at) where not suspended and retries > 0;
create index job_by_execution on job (execution_id) where execution_id is not null;
create index job_by_instance on job (process_instance_id) where process_instance_id is not null;
create index job_start_timer on job (definition_key) where type = 'TIMER_START';

-- What fails to start an instance has none.
alter table incident alter column process_instance_id drop not null;
alter table incident alter column execution_id drop not null;
