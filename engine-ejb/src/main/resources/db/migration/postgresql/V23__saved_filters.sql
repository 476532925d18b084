-- Filters that users keep for their task lists.

create table saved_filter (
    id                    varchar(64)  not null primary key,
    name                  varchar(255) not null,
    owner                 varchar(255),
    query                 text         not null,    -- the body of a query for tasks, in JSON
    properties            text                      -- whatever a task list keeps with it, in JSON
);
