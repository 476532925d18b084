-- Work for many things at once, done in the background.

-- A batch stands in the lists of batches until it has ended, and then in those of history.
--
--   not claimed --> claimed        a run on some node takes it, for as long as claimed_until says, and renews that
--   claimed     --> not claimed    the run has found nothing more to do, or the batch is suspended; or claimed_until has passed,
--                                  because the node was killed, and the run of another node may take it
--   any         --> ended          the last of its elements is done, or it is deleted
create table batch (
    id                    varchar(64)  not null primary key,
    type                  varchar(64)  not null,
    total                 integer      not null
        constraint batch_has_elements check (total > 0),
    configuration         text         not null,   -- what is done with each element, as JSON
    suspended             boolean      not null,
    created_at            timestamp(3) with time zone not null,
    execution_started_at  timestamp(3) with time zone,
    ended_at              timestamp(3) with time zone,
    claimed_by            varchar(64),             -- the run
    claimed_until         timestamp(3) with time zone,
    constraint batch_claim_is_whole check ((claimed_by is null) = (claimed_until is null)),
    constraint batch_ended_is_not_claimed check (ended_at is null or claimed_by is null)
);
create index batch_running on batch (ended_at, id);

-- What is still to be done for a batch: the row goes with the commit of what is done for it.
--
--   PENDING --> gone      a run has done it
--   PENDING --> FAILED    a run has tried, and what it did was rolled back
--   FAILED  --> PENDING   somebody has asked for another try
create table batch_element (
    id                    varchar(64)  not null primary key,
    batch_id              varchar(64)  not null,
    element_id            varchar(64)  not null,   -- what it is done with, as an external task
    state                 varchar(16)  not null
        constraint batch_element_state_is_known check (state in ('PENDING', 'FAILED')),
    error_message         varchar(4000),
    failed_at             timestamp(3) with time zone,
    constraint batch_element_failure_has_a_time check ((state = 'FAILED') = (failed_at is not null))
);
create index batch_element_by_state on batch_element (batch_id, state, id);

-- When history is cleaned up next: one row, held by whoever sees to it.
create table history_cleanup (
    id                    varchar(16)  not null primary key
        constraint history_cleanup_is_one check (id = 'history'),
    due_at                timestamp(3) with time zone not null
);
-- Due at once.
insert into history_cleanup (id, due_at) values ('history', timestamp with time zone '2000-01-01 00:00:00+00');
