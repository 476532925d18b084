-- User tasks.

-- One row from the creation of a task to its end and beyond: a task that has ended is history.
-- state says who moves the row on:
--   OPEN       whoever completes it, or ends what it is part of -> COMPLETED or DELETED
--   SUSPENDED  its process instance is suspended                -> OPEN on activation
create table user_task (
    id                    varchar(64)  not null primary key,
    state                 varchar(16)  not null
        constraint user_task_state_is_known check (state in ('OPEN', 'SUSPENDED', 'COMPLETED', 'DELETED')),
    name                  varchar(255),
    description           varchar(4000),
    assignee              varchar(255),
    owner                 varchar(255),
    delegation_state      varchar(16)
        constraint user_task_delegation_state_is_known check (delegation_state in ('PENDING', 'RESOLVED')),
    due_at                timestamp(3) with time zone,
    follow_up_at          timestamp(3) with time zone,
    priority              bigint       not null,
    form_key              varchar(4000),
    created_at            timestamp(3) with time zone not null,
    updated_at            timestamp(3) with time zone,
    ended_at              timestamp(3) with time zone,
    process_instance_id   varchar(64)  not null,
    activity_instance_id  varchar(64)  not null,
    activity_id           varchar(255) not null,
    scope_ids             text not null,         -- where its variables are looked up after its own, innermost first, separated by blanks
    process_definition_id varchar(64)  not null,
    definition_key        varchar(255) not null,
    business_key          varchar(255),
    tenant_id             varchar(64),
    constraint user_task_is_open_until_it_ends check ((ended_at is null) = (state in ('OPEN', 'SUSPENDED')))
);
create index user_task_by_instance on user_task (process_instance_id);
create index user_task_by_activity_instance on user_task (activity_instance_id);
create index user_task_open_by_assignee on user_task (assignee, ended_at);

-- Candidates, and whatever else users and groups have to do with a task; its assignee and owner stand with the task itself.
create table identity_link (
    id                    varchar(64)  not null primary key,
    user_task_id          varchar(64)  not null,
    user_id               varchar(255),
    group_id              varchar(255),
    type                  varchar(255) not null,
    constraint identity_link_is_of_a_user_or_a_group check ((user_id is null) <> (group_id is null))
);
create index identity_link_by_task on identity_link (user_task_id);
create index identity_link_by_user on identity_link (user_id);
create index identity_link_by_group on identity_link (group_id);
