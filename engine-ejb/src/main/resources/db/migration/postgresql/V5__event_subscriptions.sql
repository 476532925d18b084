-- Who listens for what, and what can be undone.

-- A row goes when it can happen no more. Start events of the latest version of a process listen without an instance.
create table event_subscription (
    id                    varchar(64)  not null primary key,
    type                  varchar(16)  not null
        constraint event_subscription_type_is_known check (type in ('MESSAGE', 'SIGNAL', 'CONDITIONAL', 'COMPENSATE')),
    event_name            varchar(255),            -- of the message or signal
    execution_id          varchar(64),             -- the activity or process instance that listens, or in which it was completed
    activity_id           varchar(255) not null,   -- the event, or the completed activity
    process_instance_id   varchar(64),             -- null for a start event
    process_definition_id varchar(64)  not null,
    definition_key        varchar(255) not null,
    tenant_id             varchar(64),
    created_at            timestamp (3) with time zone not null,
    completed_id          varchar(64),             -- the completed activity instance
    handler_id            varchar(255),            -- the node that undoes it; null if what is inside is undone
    constraint event_subscription_has_a_name check ((event_name is not null) = (type in ('MESSAGE', 'SIGNAL'))),
    constraint event_subscription_knows_what_to_undo check ((completed_id is not null) = (type = 'COMPENSATE')),
    constraint event_subscription_execution_has_an_instance
        check ((execution_id is null) = (process_instance_id is null))
);
create index event_subscription_by_name on event_subscription (event_name, type);
create index event_subscription_by_execution on event_subscription (execution_id);
create index event_subscription_by_instance on event_subscription (process_instance_id);
create index event_subscription_by_definition on event_subscription (definition_key);
