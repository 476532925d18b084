-- Which instances a mover has brought from another engine: each row commits with its instance, so that a mover that was
-- killed knows what it has done. A table of the engine, so that the user of a mover creates no tables.

create table moved_instance (
    root_id               varchar(64)  not null primary key,
    moved_at              timestamp (3) with time zone not null
);
