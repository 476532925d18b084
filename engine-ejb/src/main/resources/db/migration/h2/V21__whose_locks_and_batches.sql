-- Whose a lock and a batch are: the name of the user that has fetched a task, and of the one that has created a batch,
-- with the groups it had then as a JSON array. All are null where nobody logs in, and take no space then.

alter table external_task add column locked_by varchar;

alter table batch add column created_by varchar;
alter table batch add column created_by_groups text;
alter table batch add constraint batch_creator_is_whole
    check ((created_by is null) = (created_by_groups is null));
