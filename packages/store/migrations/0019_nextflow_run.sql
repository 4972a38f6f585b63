-- What Nextflow reports of a run by its trace protocol, beside what every run has.

create table nextflow_run (
  run_id uuid primary key references run deferrable,
  workflow_id nonempty not null unique, -- by which Nextflow names the run in its reports
  session_id nonempty, -- the same of a run and of those that resume it
  run_name nonempty,
  workflow jsonb, -- without parameters, which the run has, and the configuration, which may hold secrets
  config_sha256 sha256,
  process_names jsonb not null default '[]',
  containers jsonb not null default '{}', -- by image
  progress jsonb,
  progress_at timestamptz(3), -- by Nextflow's clock, which tells the order of reports
  metrics jsonb,
  warnings jsonb not null default '[]', -- the last of what was not understood or could not be kept
  created_at timestamptz(3) not null default now(),
  begun_at timestamptz(3),
  heard_at timestamptz(3) not null default now(), -- of the last report
  completed_at timestamptz(3)
);
create index on nextflow_run (session_id, run_name, created_at);
create index on nextflow_run (heard_at) where completed_at is null;

create trigger nextflow_run_kept before delete or truncate on nextflow_run
  for each statement execute function is_kept();
