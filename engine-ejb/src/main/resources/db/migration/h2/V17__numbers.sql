-- What nodes tell each other of topics and workers, in numbers. Each node writes its own rows every few seconds, and only
-- if something has changed; nothing is written for a single task or fetch. All rows are forgotten after an hour.

create table topic_interval (
    id                    varchar(64)  not null primary key,
    node_name             varchar(255) not null,
    topic_name            varchar(255) not null,
    ended_at              timestamp (3) with time zone not null,
    created               bigint       not null,
    completed             bigint       not null,
    failed                bigint       not null,
    lock_expired          bigint       not null,
    waiting               bigint                    -- fetchable tasks at the end; only once a minute, and only if there are any
);
create index topic_interval_by_end on topic_interval (ended_at);

create table worker_sighting (
    node_name             varchar(255) not null,
    worker_id             varchar(255) not null,
    topic_name            varchar(255) not null,
    address               varchar(64),
    user_agent            varchar(255),
    polled_at             timestamp (3) with time zone,         -- null if it has never asked here
    reported_at           timestamp (3) with time zone,         -- null if it has never reported here
    noted_at              timestamp (3) with time zone not null,
    waiting               integer      not null,                -- long polls of it that wait here for the topic
    completed             bigint       not null,
    failed                bigint       not null,
    lost_locks            bigint       not null,
    constraint worker_sighting_is_one primary key (node_name, worker_id, topic_name)
);

-- A row as long as tasks of a topic wait and nobody fetches them; the node that inserts it, or deletes it, logs that.
create table topic_alarm (
    topic_name            varchar(255) not null primary key,
    since                 timestamp (3) with time zone not null
);

-- What happened to locks, if outwork.history.lease-events asks for it; what happened to tasks is in external_task_log.
create table external_task_lease_log (
    id                    varchar(64)  not null primary key,
    logged_at             timestamp (3) with time zone not null,
    kind                  varchar(16)  not null
        constraint external_task_lease_log_kind_is_known
            check (kind in ('FETCHED', 'LOCKED', 'EXTENDED', 'EXPIRED', 'UNLOCKED', 'GIVEN_BACK')),
    external_task_id      varchar(64)  not null,
    topic_name            varchar(255),
    worker_id             varchar(255),
    locked_until          timestamp (3) with time zone,
    process_instance_id   varchar(64)  not null
);
create index external_task_lease_log_by_instance on external_task_lease_log (process_instance_id);
create index external_task_lease_log_by_task on external_task_lease_log (external_task_id);
