-- Every row of the first two tables dies soon, and what is dead lies in the way of those that look for work: clean them
-- early and without pauses, though they are small. The others grow with history, and a fifth of them becomes very much.
alter table external_task set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 1000,
                               autovacuum_vacuum_cost_delay = 0);
alter table job set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 1000,
                     autovacuum_vacuum_cost_delay = 0);
alter table event_subscription set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 1000);
alter table variable set (autovacuum_vacuum_scale_factor = 0.05);
alter table activity_instance set (autovacuum_vacuum_scale_factor = 0.05);
alter table process_instance set (autovacuum_vacuum_scale_factor = 0.05);
alter table external_task_log set (autovacuum_vacuum_insert_scale_factor = 0.05);
