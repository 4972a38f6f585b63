-- What lists of comparisons are read by, the files that results came in, and verdicts on what a comparison lacks.

-- A comparison repeats what its run is of, so that lists and summaries need not read the runs; the keys hold it to that.
create unique index run_of_assay on run (id, assay_id);
create unique index run_of_pipeline_version on run (id, pipeline_version_id);
drop trigger comparison_stays on comparison;
alter table comparison add column assay_id uuid;
alter table comparison add column pipeline_version_id uuid;
update comparison set assay_id = run.assay_id, pipeline_version_id = run.pipeline_version_id
  from run where run.id = comparison.run_id;
alter table comparison add foreign key (run_id, assay_id) references run (id, assay_id) deferrable;
alter table comparison add foreign key (run_id, pipeline_version_id) references run (id, pipeline_version_id) deferrable;
create trigger comparison_stays before update on comparison
  for each row execute function only_columns_change('superseded_at');
create unique index comparison_in_force on comparison (run_id, truth_set_id) where superseded_at is null;
create index on comparison (assay_id, performed_at, id);
create index on comparison (pipeline_version_id, performed_at, id);
create index on comparison (assay_id, truth_set_id) where superseded_at is null;

-- The files that a comparison was read from.
create table comparison_artifact (
  comparison_id uuid not null references comparison deferrable,
  artifact_id uuid not null references artifact deferrable,
  primary key (comparison_id, artifact_id)
);
create index on comparison_artifact (artifact_id);
create trigger comparison_artifact_stays before update on comparison_artifact
  for each row execute function only_columns_change();
create trigger comparison_artifact_kept before delete or truncate on comparison_artifact
  for each statement execute function is_kept();

-- A verdict on a comparison without a stratum says what could not be judged: a stratum that is not there, or no threshold.
create unique index stratum_of_comparison on comparison_stratum (id, comparison_id);
drop trigger verdict_stays on verdict;
alter table verdict add column comparison_id uuid references comparison deferrable;
update verdict set comparison_id = comparison_stratum.comparison_id
  from comparison_stratum where comparison_stratum.id = verdict.comparison_stratum_id;
alter table verdict add foreign key (comparison_stratum_id, comparison_id)
  references comparison_stratum (id, comparison_id) deferrable;
alter table verdict add check (comparison_stratum_id is null or comparison_id is not null);
alter table verdict add check (comparison_id is null or num_nonnulls(measurement_id, replicate_study_id) = 0);
alter table verdict add check (comparison_id is null or num_nonnulls(baseline_id, rule_set_id, score) = 0);
alter table verdict add check (comparison_id is null or comparison_stratum_id is not null or state = 'not evaluable');
create trigger verdict_stays before update on verdict
  for each row execute function only_columns_change('superseded_at');
drop index verdict_on_run;
create unique index verdict_on_run on verdict (run_id) where superseded_at is null
  and num_nonnulls(measurement_id, comparison_stratum_id, replicate_study_id, comparison_id) = 0;
create unique index verdict_on_comparison on verdict (comparison_id, threshold_id) nulls not distinct
  where superseded_at is null and comparison_id is not null and comparison_stratum_id is null;
create index on verdict (comparison_id);
