-- Summaries of comparisons and studies of replicates read indexes alone, and keep what they came from.

create index comparison_score on comparison_stratum (comparison_id, variant_type, filter)
  include (recall, precision, f1) where stratum = '*' and subtype = '*';
drop index comparison_assay_id_truth_set_id_idx;
create index comparison_of_group on comparison (assay_id, truth_set_id, pipeline_version_id, format, performed_at, id)
  where superseded_at is null;
create index verdict_on_threshold on verdict (threshold_id, state, comparison_id)
  where superseded_at is null and threshold_id is not null;

-- The run that a study is recorded with, and the files that it was read from.
drop trigger replicate_study_stays on replicate_study;
alter table replicate_study add column run_id uuid references run deferrable;
create trigger replicate_study_stays before update on replicate_study
  for each row execute function only_columns_change('superseded_at');
create unique index replicate_study_in_force on replicate_study (run_id, name) where superseded_at is null;
alter table replicate_study_variant add column stratum nonempty; -- of an analyte of a table
create table replicate_study_artifact (
  replicate_study_id uuid not null references replicate_study deferrable,
  artifact_id uuid not null references artifact deferrable,
  primary key (replicate_study_id, artifact_id)
);
create index on replicate_study_artifact (artifact_id);
create trigger replicate_study_artifact_stays before update on replicate_study_artifact
  for each row execute function only_columns_change();
create trigger replicate_study_artifact_kept before delete or truncate on replicate_study_artifact
  for each statement execute function is_kept();
