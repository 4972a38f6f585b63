-- A run of several samples or replicates has a comparison of each; and what programs a run was carried out with.

-- The sample whose calls were compared; null where nobody said.
alter table comparison add column sample_id uuid references sample deferrable;
alter table comparison drop constraint comparison_run_id_truth_set_id_content_sha256_key;
create unique index comparison_content on comparison (run_id, truth_set_id, sample_id, content_sha256) nulls not distinct;
drop index comparison_in_force;
create unique index comparison_in_force on comparison (run_id, truth_set_id, sample_id) nulls not distinct
  where superseded_at is null;
create index on comparison (sample_id, performed_at, id);
-- The n-th replicate of a run is held against the n-th ones of other runs: each sample has a series of its own.
drop index comparison_of_series;
create index comparison_of_series on comparison
  (assay_id, truth_set_id, pipeline_version_id, instrument_id, format, sample_id, run_performed_at)
  where superseded_at is null;

-- Programs with their versions, and those that stood in for others; null until they are recorded, which is once.
alter table run add column tool_versions jsonb check (jsonb_typeof(tool_versions) = 'array');
alter table run add column substitutions jsonb check (jsonb_typeof(substitutions) = 'array');
alter table run add check (num_nulls(tool_versions, substitutions) in (0, 2));
create function tools_stay() returns trigger language plpgsql as $$
begin
  raise exception 'the programs of run % are recorded and are not altered', old.name
    using errcode = 'integrity_constraint_violation', table = 'run';
end $$;
create trigger run_tools_stay before update of tool_versions, substitutions on run for each row
  when (old.tool_versions is not null and (old.tool_versions is distinct from new.tool_versions
    or old.substitutions is distinct from new.substitutions))
  execute function tools_stay();
