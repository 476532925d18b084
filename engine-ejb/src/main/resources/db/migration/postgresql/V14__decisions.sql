-- Decisions: their definitions, and what was evaluated.

create table decision_requirements_definition (
    id                    varchar(64)  not null primary key,
    definition_key        varchar(255) not null,
    version               integer      not null check (version >= 1),
    name                  varchar(255),
    category              varchar(255),
    tenant_id             varchar(64),
    deployment_id         varchar(64)  not null references deployment (id),
    resource_name         varchar(255) not null
);
create unique index decision_requirements_definition_by_version
    on decision_requirements_definition (definition_key, coalesce(tenant_id, ''), version);

create table decision_definition (
    id                    varchar(64)  not null primary key,
    definition_key        varchar(255) not null,
    version               integer      not null check (version >= 1),
    name                  varchar(255),
    category              varchar(255),
    version_tag           varchar(64),
    tenant_id             varchar(64),
    deployment_id         varchar(64)  not null references deployment (id),
    resource_name         varchar(255) not null,
    history_time_to_live  integer,
    requirements_id       varchar(64),             -- null for a document with one decision
    requirements_key      varchar(255)
);
create unique index decision_definition_by_version
    on decision_definition (definition_key, coalesce(tenant_id, ''), version);

-- One row for each decision that was evaluated. Without foreign keys: it may outlive its definition.
create table decision_instance (
    id                    varchar(64)  not null primary key,
    decision_definition_id varchar(64) not null,
    definition_key        varchar(255) not null,
    definition_name       varchar(255),
    requirements_id       varchar(64),
    requirements_key      varchar(255),
    root_id               varchar(64),             -- the decision that required it; null if it was asked for itself
    evaluated_at          timestamp (3) with time zone not null,
    process_definition_id varchar(64),
    process_definition_key varchar(255),
    process_instance_id   varchar(64),
    root_process_instance_id varchar(64),
    activity_id           varchar(255),
    activity_instance_id  varchar(64),
    tenant_id             varchar(64),
    user_id               varchar(255),
    collect_result        double precision,
    inputs                text,                    -- JSON arrays of clauses
    outputs               text
);
create index decision_instance_by_definition on decision_instance (decision_definition_id, evaluated_at);
create index decision_instance_by_process_instance on decision_instance (process_instance_id);
create index decision_instance_by_root on decision_instance (root_id);
