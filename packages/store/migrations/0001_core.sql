-- People, what a laboratory works with, its runs and their files.

create domain sha256 as text check (value ~ '^[0-9a-f]{64}$');
create domain finite as float8 check (value > '-infinity' and value < 'infinity'); -- NaN sorts above infinity
create domain fraction as float8 check (value between 0 and 1);
create domain ratio as float8 check (value >= 0 and value < 'infinity');
create domain count as bigint check (value between 0 and 9007199254740991); -- 2^53 - 1: exact in a double
create domain nonempty as text check (value <> '' and value = btrim(value));

-- Arguments: a column, then every move that its value may make, as 'from>to'.
create function only_moves() returns trigger language plpgsql as $$
declare
  before text := to_jsonb(old) ->> tg_argv[0];
  after text := to_jsonb(new) ->> tg_argv[0];
begin
  if before is distinct from after and not (before || '>' || after) = any (tg_argv[1:]) then
    raise exception '% % cannot go from % to %', tg_table_name, tg_argv[0], before, after
      using errcode = 'check_violation', table = tg_table_name, column = tg_argv[0];
  end if;
  return new;
end $$;

-- Arguments: the columns that may change after a row was written.
create function only_columns_change() returns trigger language plpgsql as $$
begin
  if to_jsonb(new) - coalesce(tg_argv, '{}') is distinct from to_jsonb(old) - coalesce(tg_argv, '{}') then
    raise exception 'a row of % is not altered: it is superseded', tg_table_name
      using errcode = 'integrity_constraint_violation', table = tg_table_name;
  end if;
  return new;
end $$;

create function is_kept() returns trigger language plpgsql as $$
begin
  raise exception 'a row of % is not deleted: it is superseded', tg_table_name
    using errcode = 'integrity_constraint_violation', table = tg_table_name;
end $$;

create table principal (
  id uuid primary key,
  kind text not null check (kind in ('person', 'service')),
  name nonempty not null unique,
  printed_name nonempty not null,
  email nonempty,
  roles text[] not null default '{}'
    check (roles <@ array['technologist', 'reviewer', 'director', 'auditor', 'admin']),
  password_hash text,
  password_changed_at timestamptz(3),
  oidc_issuer nonempty,
  oidc_subject nonempty,
  failed_sign_ins integer not null default 0 check (failed_sign_ins >= 0),
  locked_until timestamptz(3),
  created_at timestamptz(3) not null default now(),
  disabled_at timestamptz(3),
  unique (oidc_issuer, oidc_subject),
  check ((oidc_issuer is null) = (oidc_subject is null)),
  check (kind = 'person' or (password_hash is null and oidc_subject is null))
);

create table api_token (
  id uuid primary key,
  principal_id uuid not null references principal deferrable,
  name nonempty not null,
  prefix nonempty not null unique,
  token_sha256 sha256 not null unique,
  scopes text[] not null check (cardinality(scopes) > 0 and scopes <@ array['read', 'ingest', 'review', 'admin']),
  created_at timestamptz(3) not null default now(),
  expires_at timestamptz(3) not null,
  last_used_at timestamptz(3),
  revoked_at timestamptz(3),
  check (expires_at > created_at)
);
create index on api_token (principal_id);

create table signature (
  id uuid primary key,
  principal_id uuid not null references principal deferrable,
  printed_name nonempty not null,
  meaning nonempty not null,
  method text not null check (method in ('password', 'oidc')),
  record_kind nonempty not null,
  record_id uuid not null,
  record_sha256 sha256 not null,
  signed_at timestamptz(3) not null default now()
);
create index on signature (record_kind, record_id, signed_at);
create index on signature (principal_id);

create table assay (
  id uuid primary key,
  name nonempty not null,
  version integer not null check (version >= 1),
  description text,
  is_example boolean not null default false,
  content_sha256 sha256 not null,
  document jsonb not null,
  created_at timestamptz(3) not null default now(),
  retired_at timestamptz(3),
  unique (name, version)
);

create table pipeline_version (
  id uuid primary key,
  pipeline nonempty not null,
  version nonempty not null,
  revision text check (revision ~ '^[0-9a-f]{40}([0-9a-f]{24})?$'), -- commit, SHA-1 or SHA-256
  created_at timestamptz(3) not null default now(),
  unique (pipeline, version)
);

create table instrument (
  id uuid primary key,
  name nonempty not null unique,
  model nonempty,
  serial_number nonempty,
  created_at timestamptz(3) not null default now(),
  retired_at timestamptz(3)
);

create table reagent_lot (
  id uuid primary key,
  reagent nonempty not null,
  lot nonempty not null,
  expires_on date,
  opened_at timestamptz(3),
  created_at timestamptz(3) not null default now(),
  retired_at timestamptz(3),
  unique (reagent, lot)
);
create index on reagent_lot (expires_on);

create table material (
  id uuid primary key,
  name nonempty not null,
  lot nonempty,
  use text not null check (use in ('truth set', 'control', 'replicates')),
  description text,
  expires_on date,
  created_at timestamptz(3) not null default now(),
  retired_at timestamptz(3),
  unique nulls not distinct (name, lot)
);

create table truth_set (
  id uuid primary key,
  name nonempty not null,
  version nonempty not null,
  material_id uuid references material deferrable,
  reference nonempty not null,
  vcf_sha256 sha256 not null,
  regions_sha256 sha256,
  created_at timestamptz(3) not null default now(),
  retired_at timestamptz(3),
  unique (name, version)
);
create index on truth_set (material_id);

create table sample (
  id uuid primary key,
  name nonempty not null unique,
  material_id uuid references material deferrable,
  created_at timestamptz(3) not null default now()
);
create index on sample (material_id);

create table run (
  id uuid primary key,
  name nonempty not null unique,
  assay_id uuid references assay deferrable,
  pipeline_version_id uuid references pipeline_version deferrable,
  instrument_id uuid references instrument deferrable,
  nextflow_id nonempty unique,
  inputs_sha256 sha256,
  parameters jsonb,
  is_imported boolean not null default false,
  performed_at timestamptz(3) not null,
  status text not null default 'queued' check (status in ('queued', 'running', 'succeeded', 'failed', 'cancelled')),
  started_at timestamptz(3),
  finished_at timestamptz(3),
  failure text,
  proposed_disposition text check (proposed_disposition in ('released', 'held', 'rejected', 'repeat')),
  proposal_reasons text[],
  disposition text not null default 'held' check (disposition in ('released', 'held', 'rejected', 'repeat')),
  disposition_at timestamptz(3),
  disposition_reason text,
  disposition_signature_id uuid references signature deferrable,
  revision integer not null default 1 check (revision >= 1),
  created_at timestamptz(3) not null default now(),
  check (status <> 'queued' or started_at is null),
  check (status not in ('running', 'succeeded') or started_at is not null),
  check ((status in ('succeeded', 'failed', 'cancelled')) = (finished_at is not null)),
  check (finished_at >= started_at),
  check (status = 'failed' or failure is null),
  check (disposition <> 'released' or status = 'succeeded'),
  check (disposition = 'held' or is_imported or (disposition_signature_id is not null and disposition_at is not null))
);
create index on run (performed_at, id);
create index on run (status, performed_at, id);
create index on run (disposition, performed_at, id);
create index on run (assay_id, performed_at, id);
create index on run (pipeline_version_id, performed_at, id);
create index on run (instrument_id, performed_at, id);
create index on run (inputs_sha256);
create index on run (disposition_signature_id);
create trigger run_moves before update on run for each row execute function only_moves(
  'status', 'queued>running', 'queued>failed', 'queued>cancelled', 'running>succeeded', 'running>failed',
  'running>cancelled');

create table run_sample (
  run_id uuid not null references run deferrable,
  sample_id uuid not null references sample deferrable,
  primary key (run_id, sample_id)
);
create index on run_sample (sample_id);

create table run_reagent_lot (
  run_id uuid not null references run deferrable,
  reagent_lot_id uuid not null references reagent_lot deferrable,
  primary key (run_id, reagent_lot_id)
);
create index on run_reagent_lot (reagent_lot_id);

-- A task as Nextflow reports it; one that is tried again is another task.
create table run_task (
  id uuid primary key,
  run_id uuid not null references run deferrable,
  number integer not null check (number >= 1),
  process nonempty not null,
  tag text,
  hash text,
  status text not null check (status in ('new', 'submitted', 'running', 'completed', 'cached', 'failed', 'aborted')),
  attempt integer not null default 1 check (attempt >= 1),
  exit_code integer,
  container text,
  cpus ratio,
  memory_bytes count,
  peak_memory_bytes count,
  duration_ms count,
  cpu_share ratio,
  submitted_at timestamptz(3),
  started_at timestamptz(3),
  finished_at timestamptz(3),
  trace jsonb,
  unique (run_id, number)
);
create index on run_task (run_id, status);

create table artifact (
  id uuid primary key,
  run_id uuid not null references run deferrable,
  kind nonempty not null,
  uri nonempty not null,
  sha256 sha256 not null,
  size_bytes count not null,
  media_type nonempty,
  created_at timestamptz(3) not null default now(),
  unique (run_id, uri, sha256)
);
create index on artifact (sha256);

-- What lines on a chart mark, and what control rules start anew after.
create table change_event (
  id uuid primary key,
  kind text not null
    check (kind in ('reagent lot', 'control lot', 'service', 'pipeline version', 'corrective action')),
  happened_at timestamptz(3) not null,
  description nonempty not null,
  assay_id uuid references assay deferrable,
  instrument_id uuid references instrument deferrable,
  reagent_lot_id uuid references reagent_lot deferrable,
  material_id uuid references material deferrable,
  pipeline_version_id uuid references pipeline_version deferrable,
  recorded_by uuid references principal deferrable,
  created_at timestamptz(3) not null default now(),
  check (kind <> 'reagent lot' or reagent_lot_id is not null),
  check (kind <> 'control lot' or material_id is not null),
  check (kind <> 'pipeline version' or pipeline_version_id is not null)
);
create index on change_event (happened_at, id);
create index on change_event (assay_id, happened_at);
create index on change_event (instrument_id, happened_at);

-- What happened, for those who watch: read in order of the number, and resumed after one.
create table event (
  number bigint generated always as identity primary key,
  topic nonempty not null,
  record_kind nonempty not null,
  record_id uuid not null,
  payload jsonb not null,
  created_at timestamptz(3) not null default now()
);
create index on event (record_kind, record_id, number);
create index on event (created_at);

-- Answers that are given again when the same request comes again.
create table idempotency_key (
  scope nonempty not null,
  key nonempty not null,
  request_sha256 sha256 not null,
  status integer check (status between 100 and 599),
  response jsonb,
  created_at timestamptz(3) not null default now(),
  expires_at timestamptz(3) not null,
  primary key (scope, key),
  check (expires_at > created_at),
  check ((status is null) = (response is null))
);
create index on idempotency_key (expires_at);

create trigger signature_stays before update on signature for each row execute function only_columns_change();
create trigger artifact_stays before update on artifact for each row execute function only_columns_change();
create trigger assay_stays before update on assay for each row execute function only_columns_change('retired_at');
create trigger truth_set_stays before update on truth_set
  for each row execute function only_columns_change('retired_at');

create trigger principal_kept before delete or truncate on principal for each statement execute function is_kept();
create trigger api_token_kept before delete or truncate on api_token for each statement execute function is_kept();
create trigger signature_kept before delete or truncate on signature for each statement execute function is_kept();
create trigger assay_kept before delete or truncate on assay for each statement execute function is_kept();
create trigger pipeline_version_kept before delete or truncate on pipeline_version
  for each statement execute function is_kept();
create trigger instrument_kept before delete or truncate on instrument for each statement execute function is_kept();
create trigger reagent_lot_kept before delete or truncate on reagent_lot for each statement execute function is_kept();
create trigger material_kept before delete or truncate on material for each statement execute function is_kept();
create trigger truth_set_kept before delete or truncate on truth_set for each statement execute function is_kept();
create trigger sample_kept before delete or truncate on sample for each statement execute function is_kept();
create trigger run_kept before delete or truncate on run for each statement execute function is_kept();
create trigger run_task_kept before delete or truncate on run_task for each statement execute function is_kept();
create trigger artifact_kept before delete or truncate on artifact for each statement execute function is_kept();
create trigger change_event_kept before delete or truncate on change_event
  for each statement execute function is_kept();
