-- Who should start a process: camunda:candidateStarterUsers and camunda:candidateStarterGroups.

create table candidate_starter (
    id                    varchar(64)  not null primary key,
    process_definition_id varchar(64)  not null
        constraint candidate_starter_is_of_a_definition references process_definition (id) on delete cascade,
    user_id               varchar(255),
    group_id              varchar(255),
    constraint candidate_starter_is_a_user_or_a_group check ((user_id is null) <> (group_id is null))
);
create index candidate_starter_by_definition on candidate_starter (process_definition_id);
create index candidate_starter_by_user on candidate_starter (user_id);
