-- What users have done by hand, a row for each property that an operation has changed. Without foreign keys: it outlives
-- what it was done on.

create table user_operation (
    id                       varchar(64)  not null primary key,
    operation_id             varchar(64)  not null,
    user_id                  varchar(255) not null,
    logged_at                timestamp (3) with time zone not null,
    operation_type           varchar(64)  not null,
    entity_type              varchar(64)  not null,
    category                 varchar(64)  not null,
    property                 varchar(64),
    original_value           varchar(4000),
    new_value                varchar(4000),
    deployment_id            varchar(64),
    process_definition_id    varchar(64),
    definition_key           varchar(255),
    root_process_instance_id varchar(64),
    process_instance_id      varchar(64),
    execution_id             varchar(64),
    task_id                  varchar(64),
    external_task_id         varchar(64),
    job_id                   varchar(64),
    batch_id                 varchar(64),
    tenant_id                varchar(64),
    annotation               varchar(4000)
);
create index user_operation_by_root on user_operation (root_process_instance_id);
create index user_operation_by_process_instance on user_operation (process_instance_id);
create index user_operation_by_operation on user_operation (operation_id);
create index user_operation_by_definition on user_operation (process_definition_id, logged_at);
create index user_operation_by_time on user_operation (logged_at);
