-- Tokens that wait on a flow for the job that takes it: the node before them was left by several flows.

-- What is there satisfies it, so the table need not be read while it is locked.
alter table activity_instance
    drop constraint activity_instance_waits_is_known,
    add constraint activity_instance_waits_is_known check (waits in ('BEFORE', 'AFTER', 'TAKING')) not valid;
