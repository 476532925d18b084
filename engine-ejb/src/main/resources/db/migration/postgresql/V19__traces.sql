-- The trace that a task belongs to, for its worker: the traceparent of what has created it, in the form of W3C Trace
-- Context, and whether a worker has lost it. Both are null unless somebody traces, and take no space then.

alter table external_task
    add column traceparent varchar(55),
    add column was_lost    boolean;
