-- What is open or running, apart from what has ended and is kept, so that a list of it does not read all of history.
-- An instance that starts writes one more index entry; user tasks, incidents and failed jobs are not what every task passes.

create index process_instance_running on process_instance (id) where ended_at is null;
create index user_task_open on user_task (id) where ended_at is null;
create index incident_open on incident (id) where state = 'OPEN';
create index incident_by_execution on incident (execution_id);
create index job_failed on job (process_definition_id) where retries = 0;

-- Those that have ended are asked for by their definition, too.
drop index incident_by_definition;
create index incident_by_definition on incident (process_definition_id);
