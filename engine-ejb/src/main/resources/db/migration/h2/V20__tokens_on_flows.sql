-- Tokens that wait on a flow for the job that takes it: the node before them was left by several flows.

alter table activity_instance drop constraint activity_instance_waits_is_known;
alter table activity_instance add constraint activity_instance_waits_is_known
    check (waits in ('BEFORE', 'AFTER', 'TAKING'));
