-- What is open or running, apart from what has ended and is kept, so that a list of it does not read all of history.
-- Not with the id behind: H2 would prefer such an index to the primary key for a list of ids, and then not use the id.

create index process_instance_running on process_instance (ended_at);
create index user_task_open on user_task (ended_at);
create index incident_open on incident (state);
create index incident_by_execution on incident (execution_id);
create index job_failed on job (retries, process_definition_id);
