-- The tables of the engine, for PostgreSQL 13 and later.
--
-- One row for each fact: an instance or activity that has ended is the same row with ended_at set. The external_task table
-- holds open work only; what happened to a task is appended to external_task_log.
-- The tables that every task writes to (activity_instance, variable, external_task, external_task_log) have no foreign keys:
-- each would cost a look-up for each row written, and only this engine writes here.

create table engine_lock (
    name                  varchar(64)  not null primary key
);
-- Held while a deployment counts its versions, so that two deployments of one key get two versions.
insert into engine_lock (name) values ('deployment');

create table deployment (
    id                    varchar(64)  not null primary key,
    name                  varchar(255),
    source                varchar(255),
    tenant_id             varchar(64),
    deployed_at           timestamp (3) with time zone not null
);
create index deployment_by_name on deployment (name);

create table deployment_resource (
    id                    varchar(64)  not null primary key,
    deployment_id         varchar(64)  not null references deployment (id),
    name                  varchar(255) not null,
    content               bytea not null,
    constraint deployment_resource_name_is_unique unique (deployment_id, name)
);

create table process_definition (
    id                    varchar(64)  not null primary key,
    definition_key        varchar(255) not null,
    version               integer      not null check (version >= 1),
    name                  varchar(255),
    category              varchar(255),
    description           text,
    version_tag           varchar(64),
    tenant_id             varchar(64),
    deployment_id         varchar(64)  not null references deployment (id),
    resource_name         varchar(255) not null,
    suspended             boolean      not null,
    history_time_to_live  integer,
    startable_in_tasklist boolean      not null
);
create unique index process_definition_version_is_unique
    on process_definition (definition_key, coalesce(tenant_id, ''), version);

create table process_instance (
    id                    varchar(64)  not null primary key,
    process_definition_id varchar(64)  not null references process_definition (id),
    definition_key        varchar(255) not null,
    business_key          varchar(255),
    tenant_id             varchar(64),
    state                 varchar(32)  not null
        constraint process_instance_state_is_known
        check (state in ('ACTIVE', 'SUSPENDED', 'COMPLETED', 'EXTERNALLY_TERMINATED', 'INTERNALLY_TERMINATED')),
    start_activity_id     varchar(255) not null,
    started_at            timestamp (3) with time zone not null,
    ended_at              timestamp (3) with time zone,
    delete_reason         varchar(4000),
    duration              bigint generated always as ((extract(epoch from ended_at - started_at) * 1000)::bigint) stored, -- milliseconds
    constraint process_instance_runs_until_it_ends
        check ((ended_at is null) = (state in ('ACTIVE', 'SUSPENDED')))
);
create index process_instance_by_definition on process_instance (process_definition_id, started_at);
create index process_instance_by_business_key on process_instance (business_key);

create table activity_instance (
    id                    varchar(64)  not null primary key,
    process_instance_id   varchar(64)  not null,
    parent_id             varchar(64)  not null,   -- the sub-process that it is in, or the process instance
    activity_id           varchar(255) not null,
    activity_type         varchar(64)  not null,
    started_at            timestamp (3) with time zone not null,
    ended_at              timestamp (3) with time zone,
    canceled              boolean      not null,
    constraint activity_instance_is_canceled_only_when_ended check (ended_at is not null or not canceled)
)
  with (fillfactor = 85);
create index activity_instance_by_instance on activity_instance (process_instance_id);

create table variable (
    id                    varchar(64)  not null primary key,
    process_instance_id   varchar(64)  not null,
    scope_id              varchar(64)  not null,   -- an activity instance or the process instance
    name                  varchar(255) not null,
    type                  varchar(16)  not null,
    text_value            text,                  -- String, Json, Xml, Object
    long_value            bigint,                  -- Boolean, Short, Integer, Long; Date as milliseconds of the epoch
    double_value          double precision,        -- Double
    bytes_value           bytea,                  -- Bytes, File
    value_info            text,                  -- JSON object, null if there is nothing to say
    created_at            timestamp (3) with time zone not null,
    constraint variable_name_is_unique_in_its_scope unique (scope_id, name)
);
create index variable_by_instance on variable (process_instance_id);

-- state says who moves the row on:
--   OPEN       a fetch takes it                                         -> LOCKED
--   LOCKED     locked, or waiting to be retried, until locked_until     -> OPEN by the lock reclaimer or a fetch
--   EXHAUSTED  no retries left, an incident is open                     -> OPEN or LOCKED when retries are set
--   SUSPENDED  its process instance is suspended                        -> whatever it was, on activation
create table external_task (
    id                    varchar(64)  not null primary key,
    topic_name            varchar(255),
    state                 varchar(16)  not null
        constraint external_task_state_is_known check (state in ('OPEN', 'LOCKED', 'EXHAUSTED', 'SUSPENDED')),
    priority              bigint       not null,
    created_at            timestamp (3) with time zone not null,
    worker_id             varchar(255),
    locked_until          timestamp (3) with time zone,
    retries               integer
        constraint external_task_retries_are_not_negative check (retries >= 0),
    error_message         varchar(666),
    error_details         text,
    process_instance_id   varchar(64)  not null,
    activity_instance_id  varchar(64)  not null,
    activity_id           varchar(255) not null,
    scope_ids             text not null,         -- where its variables are looked up, innermost first, separated by blanks
    process_definition_id varchar(64)  not null,
    definition_key        varchar(255) not null,
    version_tag           varchar(64),
    business_key          varchar(255),
    tenant_id             varchar(64),
    constraint external_task_open_has_retries check (state <> 'OPEN' or retries is null or retries > 0),
    constraint external_task_locked_has_an_end check (state <> 'LOCKED' or locked_until is not null)
)
  with (fillfactor = 70);
create index external_task_open_by_age on external_task (topic_name, created_at, id) where state = 'OPEN';
create index external_task_open_by_priority on external_task (topic_name, priority desc, created_at, id) where state = 'OPEN';
create index external_task_locked on external_task (topic_name, locked_until) where state = 'LOCKED';
create index external_task_lock_ends on external_task (locked_until) where state = 'LOCKED';
create index external_task_by_instance on external_task (process_instance_id);

create table external_task_log (
    id                    varchar(64)  not null primary key,
    logged_at             timestamp (3) with time zone not null,
    kind                  varchar(16)  not null
        constraint external_task_log_kind_is_known check (kind in ('CREATED', 'FAILED', 'SUCCESSFUL', 'DELETED')),
    external_task_id      varchar(64)  not null,
    topic_name            varchar(255),
    worker_id             varchar(255),
    priority              bigint       not null,
    retries               integer,
    error_message         varchar(666),
    error_details         text,
    activity_id           varchar(255) not null,
    activity_instance_id  varchar(64)  not null,
    process_instance_id   varchar(64)  not null,
    process_definition_id varchar(64)  not null,
    definition_key        varchar(255) not null,
    tenant_id             varchar(64)
);
create index external_task_log_by_instance on external_task_log (process_instance_id);
create index external_task_log_by_task on external_task_log (external_task_id);

create table incident (
    id                    varchar(64)  not null primary key,
    type                  varchar(64)  not null,
    state                 varchar(16)  not null
        constraint incident_state_is_known check (state in ('OPEN', 'RESOLVED', 'DELETED')),
    process_instance_id   varchar(64)  not null,
    process_definition_id varchar(64)  not null,
    definition_key        varchar(255) not null,
    execution_id          varchar(64)  not null,
    activity_id           varchar(255) not null,
    configuration         varchar(64)  not null,   -- what it is about: the id of the external task
    message               varchar(4000),
    history_configuration varchar(64),             -- the line of the log that tells of the failure
    annotation            varchar(4000),
    tenant_id             varchar(64),
    created_at            timestamp (3) with time zone not null,
    ended_at              timestamp (3) with time zone,
    constraint incident_is_open_until_it_ends check ((ended_at is null) = (state = 'OPEN'))
);
create index incident_by_instance on incident (process_instance_id);
create index incident_by_configuration on incident (configuration);
