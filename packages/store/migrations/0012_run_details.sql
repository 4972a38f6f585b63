-- What lists of a run's tasks and files, and its timeline, need.

alter table run_task add column realtime_ms count; -- while it ran; duration_ms counts from when it was submitted
alter table run_task add column changed_at timestamptz(3) not null default now(); -- when its status was last reported to be another
drop index run_task_run_id_status_idx;
create index on run_task (run_id, status, number);
create index on run_task (run_id, process, number);
create index on artifact (run_id, created_at, id);
create index on measurement (run_id, created_at);
