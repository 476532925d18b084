-- What is open or running, apart from what has ended and is kept, so that a list of it does not read all of history.

create index process_instance_running on process_instance (ended_at, id);
create index user_task_open on user_task (ended_at, id);
create index incident_open on incident (state, id);
create index incident_by_execution on incident (execution_id);
create index job_failed on job (retries, process_definition_id);
